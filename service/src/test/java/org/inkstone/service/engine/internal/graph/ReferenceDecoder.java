package org.inkstone.service.engine.internal.graph;

import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.engine.ModelConfig;

/** The decoder's formulas in plain Java and double precision, token by token, to compare with. */
final class ReferenceDecoder {
  private final TinyWeights weights;
  private final ModelConfig config;
  private final List<List<double[]>> keys = new ArrayList<>();
  private final List<List<double[]>> values = new ArrayList<>();
  private final List<double[]> residuals = new ArrayList<>();

  ReferenceDecoder(TinyWeights weights) {
    this.weights = weights;
    this.config = weights.config();
    for (int layer = 0; layer < config.layers(); layer++) {
      keys.add(new ArrayList<>());
      values.add(new ArrayList<>());
    }
  }

  /** Appends a token and gives the logits after it. */
  double[] append(int token) {
    int position = keys.getFirst().size();
    double[] x = new double[config.hiddenSize()];
    float[] table = weights.values("token_embd.weight");
    for (int i = 0; i < x.length; i++) {
      x[i] = table[token * x.length + i] * config.embeddingScale();
    }
    residuals.clear();
    for (int layer = 0; layer < config.layers(); layer++) {
      String block = "blk." + layer + ".";
      double[] attended = attention(layer, position, norm(block + "attn_norm", x));
      x = sum(x, post(block + "post_attention_norm", attended));
      double[] fed = feedForward(block, norm(block + "ffn_norm", x));
      x = sum(x, post(block + "post_ffw_norm", fed));
      residuals.add(x);
    }
    String output = config.tiedEmbedding() ? "token_embd" : "output";
    return product(output, norm("output_norm", x));
  }

  /** The residual stream after a layer (from 1), at the token appended last. */
  double[] residual(int layer) {
    return residuals.get(layer - 1);
  }

  private double[] attention(int layer, int position, double[] x) {
    String block = "blk." + layer + ".";
    double[] query = biased(block + "attn_q", product(block + "attn_q", x));
    double[] key = biased(block + "attn_k", product(block + "attn_k", x));
    if (config.queryKeyNorm()) {
      query = normHeads(block + "attn_q_norm", query);
      key = normHeads(block + "attn_k_norm", key);
    }
    rotate(layer, position, query);
    rotate(layer, position, key);
    keys.get(layer).add(key);
    values.get(layer).add(biased(block + "attn_v", product(block + "attn_v", x)));
    double[] out = new double[query.length];
    for (int head = 0; head < config.heads(); head++) {
      attend(layer, position, head, query, out);
    }
    return product(block + "attn_output", out);
  }

  private void attend(int layer, int position, int head, double[] query, double[] out) {
    int size = config.headSize();
    int shared = head / (config.heads() / config.kvHeads()) * size;
    ModelConfig.SlidingWindow window = config.slidingWindow();
    int first =
        window != null && config.isWindowed(layer)
            ? Math.max(0, position + 1 - window.tokens())
            : 0;
    double[] scores = new double[position + 1];
    double total = 0;
    for (int at = first; at <= position; at++) {
      double dot = 0;
      for (int i = 0; i < size; i++) {
        dot += query[head * size + i] * keys.get(layer).get(at)[shared + i];
      }
      scores[at] = Math.exp(dot * config.attentionScale());
      total += scores[at];
    }
    for (int at = first; at <= position; at++) {
      for (int i = 0; i < size; i++) {
        out[head * size + i] += scores[at] / total * values.get(layer).get(at)[shared + i];
      }
    }
  }

  private void rotate(int layer, int position, double[] heads) {
    int size = config.headSize();
    int half = size / 2;
    ModelConfig.SlidingWindow window = config.slidingWindow();
    boolean local = window != null && config.isWindowed(layer);
    for (int pair = 0; pair < half; pair++) {
      double base = local && window != null ? window.ropeBase() : config.ropeBase();
      double factor = local || config.ropeFactors().isEmpty() ? 1 : config.ropeFactors().get(pair);
      double angle = position * Math.pow(base, -2.0 * pair / size) / factor;
      for (int start = 0; start < heads.length; start += size) {
        int a = start + (config.ropeInterleaved() ? 2 * pair : pair);
        int b = config.ropeInterleaved() ? a + 1 : a + half;
        double left = heads[a];
        double right = heads[b];
        heads[a] = left * Math.cos(angle) - right * Math.sin(angle);
        heads[b] = right * Math.cos(angle) + left * Math.sin(angle);
      }
    }
  }

  private double[] feedForward(String block, double[] x) {
    double[] gate = product(block + "ffn_gate", x);
    double[] up = product(block + "ffn_up", x);
    for (int i = 0; i < gate.length; i++) {
      gate[i] = activate(gate[i]) * up[i];
    }
    return product(block + "ffn_down", gate);
  }

  private double activate(double x) {
    return switch (config.activation()) {
      case SILU -> x / (1 + Math.exp(-x));
      case GELU_TANH ->
          0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));
    };
  }

  private double[] product(String name, double[] x) {
    float[] matrix = weights.values(name + ".weight");
    double[] y = new double[matrix.length / x.length];
    for (int row = 0; row < y.length; row++) {
      for (int i = 0; i < x.length; i++) {
        y[row] += matrix[row * x.length + i] * x[i];
      }
    }
    return y;
  }

  private double[] biased(String name, double[] x) {
    return weights.names().contains(name + ".bias") ? sum(x, weights.values(name + ".bias")) : x;
  }

  private double[] post(String name, double[] x) {
    return config.postNorms() ? norm(name, x) : x;
  }

  private double[] norm(String name, double[] x) {
    return normPart(weights.values(name + ".weight"), x, 0, new double[x.length]);
  }

  private double[] normHeads(String name, double[] x) {
    double[] y = new double[x.length];
    for (int start = 0; start < x.length; start += config.headSize()) {
      normPart(weights.values(name + ".weight"), x, start, y);
    }
    return y;
  }

  private double[] normPart(float[] weight, double[] x, int start, double[] y) {
    double squares = 0;
    for (int i = 0; i < weight.length; i++) {
      squares += x[start + i] * x[start + i];
    }
    double scale = 1 / Math.sqrt(squares / weight.length + config.rmsEpsilon());
    for (int i = 0; i < weight.length; i++) {
      y[start + i] = x[start + i] * scale * weight[i];
    }
    return y;
  }

  private static double[] sum(double[] left, double[] right) {
    double[] sum = new double[left.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = left[i] + right[i];
    }
    return sum;
  }

  private static double[] sum(double[] left, float[] right) {
    double[] sum = new double[left.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = left[i] + right[i];
    }
    return sum;
  }
}
