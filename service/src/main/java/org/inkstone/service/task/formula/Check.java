package org.inkstone.service.task.formula;

import org.inkstone.service.verify.Finding;

/** One check of an answer. */
interface Check {
  /** Its name on the wire. */
  String name();

  /** What it sees. Never throws for a bad answer. */
  Finding run(Answer answer);

  /** A check made of a name and what it does. */
  static Check of(String name, java.util.function.Function<Answer, Finding> body) {
    return new Check() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Finding run(Answer answer) {
        return body.apply(answer);
      }
    };
  }
}
