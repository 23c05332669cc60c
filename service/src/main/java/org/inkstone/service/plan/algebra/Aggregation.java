package org.inkstone.service.plan.algebra;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.inkstone.service.sheet.ErrorCode;
import org.inkstone.service.sheet.Scalar;

/** Makes one value out of many. Only numbers are added, averaged and compared. */
final class Aggregation {
  private Aggregation() {}

  static Scalar of(AggregateFunction function, List<Scalar> values) {
    for (Scalar value : values) {
      if (value instanceof Scalar.Err && function != AggregateFunction.COUNT) {
        return value;
      }
    }
    List<Double> numbers = numbers(values);
    return switch (function) {
      case COUNT -> Scalar.of((double) values.size());
      case COUNT_DISTINCT -> Scalar.of((double) distinct(values));
      case SUM -> Values.finite(sum(numbers));
      case PRODUCT -> Values.finite(product(numbers));
      case AVERAGE -> mean(numbers);
      case MAX -> Scalar.of(numbers.isEmpty() ? 0 : Collections.max(numbers));
      case MIN -> Scalar.of(numbers.isEmpty() ? 0 : Collections.min(numbers));
      case MEDIAN -> median(numbers);
      case DEVIATION -> deviation(numbers);
      case MODE -> mode(numbers);
    };
  }

  static List<Double> numbers(List<Scalar> values) {
    List<Double> numbers = new ArrayList<>();
    for (Scalar value : values) {
      if (value instanceof Scalar.Num number) {
        numbers.add(number.value());
      }
    }
    return numbers;
  }

  static double sum(List<Double> numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += number;
    }
    return sum;
  }

  private static double product(List<Double> numbers) {
    double product = numbers.isEmpty() ? 0 : 1;
    for (double number : numbers) {
      product *= number;
    }
    return product;
  }

  private static Scalar mean(List<Double> numbers) {
    return numbers.isEmpty()
        ? Scalar.of(ErrorCode.DIV_0)
        : Values.finite(sum(numbers) / numbers.size());
  }

  private static Scalar median(List<Double> numbers) {
    if (numbers.isEmpty()) {
      return Scalar.of(ErrorCode.NUM);
    }
    List<Double> sorted = numbers.stream().sorted().toList();
    int half = sorted.size() / 2;
    return Scalar.of(
        sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2);
  }

  private static Scalar deviation(List<Double> numbers) {
    if (numbers.size() < 2) {
      return Scalar.of(ErrorCode.DIV_0);
    }
    double mean = sum(numbers) / numbers.size();
    double squares = 0;
    for (double number : numbers) {
      squares += (number - mean) * (number - mean);
    }
    return Values.finite(Math.sqrt(squares / (numbers.size() - 1)));
  }

  private static Scalar mode(List<Double> numbers) {
    Map<Double, Integer> counts = new HashMap<>();
    numbers.forEach(n -> counts.merge(n, 1, Integer::sum));
    int most = counts.values().stream().max(Integer::compare).orElse(0);
    return most < 2
        ? Scalar.of(ErrorCode.NA)
        : numbers.stream()
            .filter(n -> counts.getOrDefault(n, 0) == most)
            .findFirst()
            .map(Scalar::of)
            .orElseThrow();
  }

  private static int distinct(List<Scalar> values) {
    Set<Object> seen = new HashSet<>();
    values.stream().filter(v -> !Values.isEmpty(v)).forEach(v -> seen.add(Values.key(v)));
    return seen.size();
  }
}
