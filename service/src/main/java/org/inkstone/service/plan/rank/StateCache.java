package org.inkstone.service.plan.rank;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps hidden states in a file that only grows, because computing them takes long: by the digest
 * of model, layer and text.
 */
final class StateCache {
  private final Path file;
  private final Map<String, float[]> states = new HashMap<>();

  private StateCache(Path file) {
    this.file = file;
  }

  /** Reads a file that may not exist yet; a record that was cut off at the end is left out. */
  static StateCache open(Path file) {
    StateCache cache = new StateCache(file);
    if (Files.exists(file)) {
      cache.load();
    }
    return cache;
  }

  private void load() {
    try (DataInputStream in =
        new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(file)))) {
      while (true) {
        String key = HexFormat.of().formatHex(in.readNBytes(32));
        float[] values = new float[in.readInt()];
        for (int i = 0; i < values.length; i++) {
          values[i] = in.readFloat();
        }
        states.put(key, values);
      }
    } catch (EOFException e) {
      return; // the end
    } catch (IOException e) {
      throw new UncheckedIOException("reading states of " + file + ": " + e.getMessage(), e);
    }
  }

  /** The key of a text under a model and layer. */
  static String key(String model, int layer, String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String all = model + "\n" + layer + "\n" + text;
      return HexFormat.of().formatHex(digest.digest(all.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  Optional<float[]> find(String key) {
    return Optional.ofNullable(states.get(key));
  }

  /** Keeps states, in memory and in the file. */
  void put(String key, float[] values) {
    states.put(key, values);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(HexFormat.of().parseHex(key));
      out.writeInt(values.length);
      for (float value : values) {
        out.writeFloat(value);
      }
      out.flush();
      Files.write(file, bytes.toByteArray(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("writing states to " + file + ": " + e.getMessage(), e);
    }
  }
}
