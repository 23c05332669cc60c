package org.inkstone.service.task.formula;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.inkstone.service.engine.Grammar;
import org.inkstone.service.engine.internal.grammar.GrammarCompiler;
import org.inkstone.service.engine.internal.grammar.TokenConstraint;
import org.inkstone.service.engine.internal.grammar.Vocabulary;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.FormulaParser;
import org.inkstone.service.sheet.formula.FormulaPrinter;
import org.junit.jupiter.api.Test;

/** The grammar of a request leaves room for its right formula. */
class DerivationTest {
  private static final int END = 256;

  private final GrammarCompiler compiler = new GrammarCompiler();

  /** One token a byte, and one that ends. */
  private static final Vocabulary BYTES =
      new Vocabulary() {
        @Override
        public int size() {
          return END + 1;
        }

        @Override
        public byte[] bytes(int token) {
          return token == END ? new byte[0] : new byte[] {(byte) token};
        }

        @Override
        public boolean isEnd(int token) {
          return token == END;
        }
      };

  @Test
  void derivesMostReferenceFormulas() {
    List<String> stuck = new ArrayList<>();
    int all = 0;
    for (Sample sample : SampleReader.folder(SamplesTest.FOLDER)) {
      if (!sample.mustBeRefused()) {
        all++;
        Question question = VerifierTest.question(sample);
        String formula = asModelsWrite(question, String.valueOf(sample.reference()));
        String rest = underivable(question, formula);
        if (!rest.isEmpty()) {
          stuck.add(sample.id() + " " + formula + " from " + rest);
        }
      }
    }
    assertTrue(stuck.size() * 4 <= all, stuck.size() + " of " + all + " are stuck: " + stuck);
  }

  private static String asModelsWrite(Question question, String reference) {
    Names names = new Names(question.schema(), question.place());
    Expr named = names.toNames(FormulaParser.parse(reference));
    Expr rows =
        ExprTree.mapLeaves(
            named,
            leaf ->
                leaf instanceof Expr.TableRef ref && Names.isThisRow(ref)
                    ? new Expr.TableRef(null, ref.sections(), ref.firstColumn(), ref.lastColumn())
                    : leaf);
    return "=" + FormulaPrinter.print(rows);
  }

  /** What is left of a formula where the grammar allows it no further; empty if all is derived. */
  private String underivable(Question question, String formula) {
    TokenConstraint constraint =
        compiler.compile(Grammar.gbnf(FormulaGrammar.of(question))).start(BYTES);
    byte[] bytes = formula.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      int token = bytes[i] & 0xff;
      if (!allows(constraint, token)) {
        return new String(bytes, i, bytes.length - i, StandardCharsets.UTF_8);
      }
      constraint.accept(token);
    }
    return allows(constraint, END) ? "" : "its end";
  }

  private static boolean allows(TokenConstraint constraint, int token) {
    return (constraint.mask()[token / 64] >>> token % 64 & 1) != 0;
  }
}
