package org.inkstone.service.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An API key as its owner holds it: {@code ink_<id>_<secret>}. The id finds the row; the secret is
 * 256 random bits, so one round of SHA-256 is enough to keep it.
 */
record ApiKeyToken(String id, String secret) {
  private static final Pattern FORM = Pattern.compile("ink_([0-9a-f]{16})_([A-Za-z0-9_-]{43})");

  /** A new one. */
  static ApiKeyToken random(SecureRandom random) {
    byte[] id = new byte[8];
    byte[] secret = new byte[32];
    random.nextBytes(id);
    random.nextBytes(secret);
    return new ApiKeyToken(
        HexFormat.of().formatHex(id),
        Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  /** Reads one; empty for any other text. */
  static Optional<ApiKeyToken> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(new ApiKeyToken(form.group(1), form.group(2)))
        : Optional.empty();
  }

  byte[] secretSha256() {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(secret.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Whether its secret has this digest; takes as long for a wrong one as for the right one. */
  boolean matches(byte[] sha256) {
    return MessageDigest.isEqual(secretSha256(), sha256);
  }

  /** The whole key. */
  String text() {
    return "ink_" + id + "_" + secret;
  }

  /** Without the secret, so that no log shows it. */
  @Override
  public String toString() {
    return "ink_" + id + "_…";
  }
}
