package org.inkstone.service.engine.internal.model;

import java.nio.file.Path;

/** The files of an imported model. */
public record ModelFolder(Path path) {
  /** The {@link ModelCard} as JSON; written last, so a folder with it is complete. */
  public Path card() {
    return path.resolve("card.json");
  }

  /** The tokenizer in Hugging Face's format. */
  public Path tokenizer() {
    return path.resolve("tokenizer.json");
  }

  /** The chat template in Jinja. */
  public Path chatTemplate() {
    return path.resolve("chat_template.jinja");
  }

  /** The decoder's graph; its weights lie beside it. */
  public Path decoder() {
    return path.resolve("decoder.onnx");
  }

  /** The weights that all graphs of the folder share, as ONNX external data. */
  public Path weights() {
    return path.resolve("weights.bin");
  }

  /** The graph cut after a layer; made when it is first asked for. */
  public Path encoder(int layer) {
    return path.resolve("encoder-" + layer + ".onnx");
  }
}
