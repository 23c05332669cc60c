package org.inkstone.service.engine.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.inkstone.service.engine.EngineException;
import org.inkstone.service.engine.internal.safetensors.SafetensorsFile;
import org.inkstone.service.engine.internal.safetensors.SafetensorsTensor;

/** The tensors of all safetensors files of a folder, by canonical names. */
final class HuggingFaceWeights implements AutoCloseable {
  private record Place(SafetensorsFile file, SafetensorsTensor tensor) {}

  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private final String folder;
  private final List<SafetensorsFile> files = new ArrayList<>();
  private final Map<String, Place> places = new LinkedHashMap<>();

  private HuggingFaceWeights(String folder) {
    this.folder = folder;
  }

  static HuggingFaceWeights open(Path folder, HuggingFaceNames names) {
    HuggingFaceWeights weights = new HuggingFaceWeights(String.valueOf(folder.getFileName()));
    try {
      for (Path file : shards(folder)) {
        weights.add(SafetensorsFile.open(file), names);
      }
      return weights;
    } catch (RuntimeException e) {
      weights.close();
      throw e;
    }
  }

  /** Canonical names. */
  Set<String> names() {
    return Collections.unmodifiableSet(places.keySet());
  }

  SafetensorsTensor tensor(String name) {
    return place(name).tensor();
  }

  void readRow(String name, int row, float[] out) {
    Place place = place(name);
    place.file().readRow(place.tensor(), row, out);
  }

  /** Leaves out a tensor that the model does not use. */
  void forget(String name) {
    places.remove(name);
  }

  long parameters() {
    return places.values().stream()
        .mapToLong(place -> place.tensor().rows() * place.tensor().columns())
        .sum();
  }

  /** The type of most weights. */
  String quantization() {
    Map<SafetensorsTensor.Type, Long> weights = new EnumMap<>(SafetensorsTensor.Type.class);
    for (Place place : places.values()) {
      long count = place.tensor().rows() * place.tensor().columns();
      weights.merge(place.tensor().type(), count, Long::sum);
    }
    return weights.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(entry -> entry.getKey().name())
        .orElse("unknown");
  }

  @Override
  public void close() {
    files.forEach(SafetensorsFile::close);
  }

  private void add(SafetensorsFile file, HuggingFaceNames names) {
    files.add(file);
    for (SafetensorsTensor tensor : file.tensors().values()) {
      String name = names.canonical(tensor.name());
      if (name != null && places.put(name, new Place(file, tensor)) != null) {
        throw bad("tensor " + tensor.name() + " stands in two files");
      }
    }
  }

  private Place place(String name) {
    Place place = places.get(name);
    if (place == null) {
      throw bad("tensor " + name + " is missing");
    }
    return place;
  }

  /** The files that the index names, else all of the folder. */
  private static Set<Path> shards(Path folder) {
    JsonFile index = JsonFile.readIfPresent(folder.resolve("model.safetensors.index.json"));
    Set<Path> shards = new TreeSet<>();
    for (JsonNode file : index.root().path("weight_map")) {
      if (!PLAIN_NAME.matcher(file.asText()).matches()) {
        throw index.bad("weight_map", "names the file " + file + ", expected a plain name");
      }
      shards.add(folder.resolve(file.asText()));
    }
    return shards.isEmpty() ? allShards(folder) : shards;
  }

  private static Set<Path> allShards(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      Set<Path> shards = new TreeSet<>();
      files.filter(file -> file.toString().endsWith(".safetensors")).forEach(shards::add);
      return shards;
    } catch (IOException e) {
      throw new EngineException(
          EngineException.Kind.BAD_MODEL, folder + " cannot be read: " + e.getMessage(), e);
    }
  }

  private EngineException bad(String problem) {
    return new EngineException(EngineException.Kind.BAD_MODEL, folder + ": " + problem);
  }
}
