package org.inkstone.service.engine.internal.model;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The canonical names of the tensors of a Hugging Face checkpoint. */
final class HuggingFaceNames {
  private static final Pattern LAYER = Pattern.compile("model\\.layers\\.(\\d{1,6})\\.(.+)");
  private static final Map<String, String> OUTER =
      Map.of(
          "model.embed_tokens.weight", "token_embd.weight",
          "model.norm.weight", "output_norm.weight",
          "lm_head.weight", "output.weight");
  private static final Map<String, String> INNER =
      Map.ofEntries(
          Map.entry("input_layernorm", "attn_norm"),
          Map.entry("self_attn.q_proj", "attn_q"),
          Map.entry("self_attn.k_proj", "attn_k"),
          Map.entry("self_attn.v_proj", "attn_v"),
          Map.entry("self_attn.o_proj", "attn_output"),
          Map.entry("self_attn.q_norm", "attn_q_norm"),
          Map.entry("self_attn.k_norm", "attn_k_norm"),
          Map.entry("post_attention_layernorm", "ffn_norm"),
          Map.entry("mlp.gate_proj", "ffn_gate"),
          Map.entry("mlp.up_proj", "ffn_up"),
          Map.entry("mlp.down_proj", "ffn_down"));

  private final Map<String, String> inner;

  /** With norms after attention and feed-forward, one name means another place. */
  HuggingFaceNames(boolean postNorms) {
    inner = new HashMap<>(INNER);
    if (postNorms) {
      inner.put("post_attention_layernorm", "post_attention_norm");
      inner.put("pre_feedforward_layernorm", "ffn_norm");
      inner.put("post_feedforward_layernorm", "post_ffw_norm");
    }
  }

  /** The canonical name; null for a tensor that no architecture here uses. */
  @Nullable String canonical(String name) {
    String outer = OUTER.get(name);
    Matcher layer = LAYER.matcher(name);
    if (outer != null || !layer.matches()) {
      return outer;
    }
    String rest = layer.group(2);
    int dot = rest.lastIndexOf('.');
    String kind = rest.substring(dot + 1);
    String part = dot < 0 ? null : inner.get(rest.substring(0, dot));
    boolean known = part != null && (kind.equals("weight") || kind.equals("bias"));
    return known ? "blk." + Integer.parseInt(layer.group(1)) + "." + part + "." + kind : null;
  }
}
