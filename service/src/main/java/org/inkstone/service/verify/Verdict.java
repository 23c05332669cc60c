package org.inkstone.service.verify;

import java.util.List;

/** What the checks say about an answer, all together. */
public sealed interface Verdict {
  /** The findings that led to it, in the order of the checks. */
  List<Finding> findings();

  /** Every check that had to run did run, and none found more than something to note. */
  record Accepted(List<Finding> findings) implements Verdict {
    public Accepted {
      findings = List.copyOf(findings);
    }
  }

  /** Nothing is wrong, but not everything was proved. */
  record Doubtful(List<Finding> findings) implements Verdict {
    public Doubtful {
      findings = List.copyOf(findings);
    }
  }

  /** Something is wrong. */
  record Rejected(List<Finding> findings) implements Verdict {
    public Rejected {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Judges findings. A required check that did not run is a doubt: nothing is accepted unless it
   * was checked.
   *
   * @param required the names of the checks that must have run
   */
  static Verdict of(List<Finding> findings, List<String> required) {
    List<String> ran = findings.stream().map(Finding::check).toList();
    boolean fault =
        findings.stream().anyMatch(f -> !f.passed() && f.severity() == Finding.Severity.FAULT);
    if (fault) {
      return new Rejected(findings);
    }
    boolean proved = ran.containsAll(required) && !required.isEmpty();
    return proved && findings.stream().allMatch(Finding::harmless)
        ? new Accepted(findings)
        : new Doubtful(findings);
  }
}
