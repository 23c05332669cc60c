package org.inkstone.service.task.formula;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.inkstone.service.task.TaskException;

/**
 * Writes the turns of a conversation into an opaque text and reads them again. The text is signed
 * with HMAC-SHA256 (RFC 2104) for one tenant, so that nobody can make one up; it holds nothing but
 * what its owner sent and received.
 */
public final class StateSeal {
  /** How many turns are remembered; the oldest can't be forgotten, so more are an error. */
  static final int MOST_TURNS = 30;

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final byte[] key;

  /**
   * A seal that others with the same key can read.
   *
   * @param key at least 32 bytes
   */
  public StateSeal(byte[] key) {
    if (key.length < KEY_BYTES) {
      throw new IllegalArgumentException(
          "the key that signs states must have at least 32 bytes, had " + key.length);
    }
    this.key = key.clone();
  }

  /** A seal that only this process can read. */
  public static StateSeal random() {
    return new StateSeal(newKey());
  }

  /** A new key, by chance. */
  public static byte[] newKey() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }

  private record Kept(String instruction, String formula, String asOf) {}

  /** The turns of a tenant as a text. */
  String seal(String tenant, List<Turn> turns) {
    List<Kept> kept =
        turns.stream()
            .map(t -> new Kept(t.instruction(), t.formula(), t.asOf().toString()))
            .toList();
    try {
      String body = encode(JSON.writeValueAsBytes(kept));
      return body + "." + encode(signature(tenant, body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("turns that can't be written as JSON", e);
    }
  }

  /**
   * The turns in a text.
   *
   * @throws TaskException if this service did not sign it for this tenant
   */
  List<Turn> open(String tenant, String state) {
    int dot = state.indexOf('.');
    try {
      String body = state.substring(0, Math.max(0, dot));
      byte[] given = Base64.getUrlDecoder().decode(state.substring(dot + 1));
      if (dot > 0 && MessageDigest.isEqual(given, signature(tenant, body))) {
        return read(Base64.getUrlDecoder().decode(body));
      }
    } catch (IllegalArgumentException e) {
      // not even base64: refused like every other text that was not signed here
    }
    throw new TaskException(
        "/state",
        "must be the state of an answer of this service, unchanged; was not signed by it");
  }

  private static List<Turn> read(byte[] body) {
    try {
      List<Turn> turns = new ArrayList<>();
      for (Kept kept : JSON.readValue(body, new TypeReference<List<Kept>>() {})) {
        turns.add(new Turn(kept.instruction(), kept.formula(), LocalDate.parse(kept.asOf())));
      }
      if (turns.isEmpty() || turns.size() >= MOST_TURNS) {
        throw new TaskException(
            "/state",
            "must hold fewer than "
                + MOST_TURNS
                + " turns, had "
                + turns.size()
                + "; send a whole request");
      }
      return turns;
    } catch (java.io.IOException e) {
      throw new IllegalStateException("a signed state that is no list of turns", e);
    }
  }

  private byte[] signature(String tenant, String body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      mac.update(tenant.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(body.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
