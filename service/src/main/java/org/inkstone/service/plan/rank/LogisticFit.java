package org.inkstone.service.plan.rank;

import de.bwaldvogel.liblinear.Model;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.MutableDataset;
import org.tribuo.VariableIDInfo;
import org.tribuo.VariableInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.common.liblinear.LibLinearModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Learns a {@link Linear} of yes and no by logistic regression with an L2 penalty. */
final class LogisticFit {
  private static final Label YES = new Label("yes");
  private static final Label NO = new Label("no");
  private static final int ITERATIONS = 2_000;
  private static final double PRECISION = 1e-4;

  private LogisticFit() {}

  /** Features and what is true of them. */
  record Row(Map<String, Double> features, boolean yes) {}

  /**
   * Learns from rows. Each feature is brought to the same spread first, so that the penalty is the
   * same for all.
   *
   * @param cost how much an error costs beside the size of the weights
   */
  static Linear fit(List<Row> rows, double cost) {
    Logger.getLogger("org.tribuo").setLevel(Level.WARNING);
    Map<String, Double> spread = spread(rows);
    LabelFactory factory = new LabelFactory();
    MutableDataset<Label> data =
        new MutableDataset<>(
            new SimpleDataSourceProvenance(
                "rows", OffsetDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC), factory),
            factory);
    for (Row row : rows) {
      TreeMap<String, Double> sorted = new TreeMap<>(row.features());
      String[] names = sorted.keySet().toArray(String[]::new);
      double[] values = new double[names.length];
      for (int i = 0; i < names.length; i++) {
        values[i] = sorted.getOrDefault(names[i], 0.0) / spread.getOrDefault(names[i], 1.0);
      }
      // not feature by feature, which sorts each time
      ArrayExample<Label> example = new ArrayExample<>(row.yes() ? YES : NO, names, values);
      if (example.size() > 0) {
        data.add(example);
      }
    }
    LibLinearClassificationTrainer trainer =
        new LibLinearClassificationTrainer(
            new LinearClassificationType(LinearClassificationType.LinearType.L2R_LR),
            cost,
            ITERATIONS,
            PRECISION);
    return linear(trainer.train(data), spread);
  }

  private static Map<String, Double> spread(List<Row> rows) {
    Map<String, double[]> sums = new HashMap<>();
    for (Row row : rows) {
      row.features()
          .forEach((name, value) -> {
            double[] sum = sums.computeIfAbsent(name, k -> new double[2]);
            sum[0] += value;
            sum[1] += value * value;
          });
    }
    Map<String, Double> spread = new HashMap<>();
    sums.forEach((name, sum) -> {
      double mean = sum[0] / rows.size();
      double deviation = Math.sqrt(Math.max(0, sum[1] / rows.size() - mean * mean));
      spread.put(name, deviation > 1e-9 ? deviation : 1.0);
    });
    return spread;
  }

  private static Linear linear(LibLinearModel<Label> learned, Map<String, Double> spread) {
    Model inner = learned.getInnerModels().getFirst();
    double[] values = inner.getFeatureWeights();
    Label first = learned.getOutputIDInfo().getOutput(inner.getLabels()[0]);
    double sign = first.getLabel().equals(YES.getLabel()) ? 1 : -1;
    Map<String, Double> weights = new TreeMap<>();
    for (VariableInfo info : learned.getFeatureIDMap()) {
      int id = ((VariableIDInfo) info).getID();
      double weight = sign * values[id] / spread.getOrDefault(info.getName(), 1.0);
      weights.put(info.getName(), weight);
    }
    return new Linear(weights, sign * values[values.length - 1] * Math.signum(inner.getBias()));
  }
}
