package org.inkstone.service.sheet.locale;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.inkstone.service.sheet.formula.Expr;
import org.inkstone.service.sheet.formula.ExprMapping;
import org.inkstone.service.sheet.formula.FormulaParser;
import org.inkstone.service.sheet.formula.FormulaPrinter;
import org.inkstone.service.sheet.formula.FormulaSyntaxException;
import org.inkstone.service.sheet.formula.TableSection;
import org.inkstone.service.sheet.function.FunctionCatalog;
import org.inkstone.service.sheet.function.Product;

/** Writes formulas as a product shows them in a language, and reads them back. */
public final class FormulaLocalizer {
  private final FormulaLocale locale;
  private final Product product;
  private final LocalNotation notation;
  private final LocalTexts texts;

  /** Between canonical formulas and those of a product in a locale. */
  public FormulaLocalizer(FormulaLocale locale, Product product) {
    this.locale = locale;
    this.product = product;
    FunctionNames names = FunctionNames.of(locale, product);
    boolean libreOffice = product == Product.LIBREOFFICE;
    FormulaLocale.Signs signs = libreOffice ? LibreOfficeSigns.signs(locale) : locale.signs();
    this.notation = new LocalNotation(names, signs);
    this.texts = new LocalTexts(locale, letters(libreOffice), names);
  }

  /** Google Sheets takes the English letters in every language. */
  private FormatLetters letters(boolean libreOffice) {
    if (product == Product.GOOGLE_SHEETS) {
      return FormulaLocale.ENGLISH.letters();
    }
    return libreOffice ? LibreOfficeSigns.letters(locale) : locale.letters();
  }

  /** The locale that it writes. */
  public FormulaLocale locale() {
    return locale;
  }

  /** The localized name of a function; its canonical one where no other is known. */
  public String name(String function) {
    return notation.function(function);
  }

  /** Whether a table says what the function's name is in this locale. */
  public boolean isNameKnown(String function) {
    return notation.names().isKnown(function);
  }

  /** The formula in the locale, read back to see that nothing was lost. */
  public Localized localize(Expr expr) {
    Set<Remark> remarks = new LinkedHashSet<>();
    Expr local = texts.toLocal(expr, remarks::add);
    ExprMapping.map(
        expr,
        node -> {
          remark(node, remarks);
          return node;
        });
    String text = "=" + FormulaPrinter.print(local, notation);
    if (!isSame(text, expr)) {
      remarks.add(
          new Remark(text + " would not be read back as the same formula", text + " 无法还原为同一公式"));
      return new Localized(null, java.util.List.copyOf(remarks));
    }
    return new Localized(text, java.util.List.copyOf(remarks));
  }

  private boolean isSame(String text, Expr expr) {
    try {
      return comparable(read(text)).equals(comparable(expr));
    } catch (FormulaSyntaxException e) {
      return false;
    }
  }

  /** German tells months from minutes by capitals, so that their case in a format is no news. */
  private static String comparable(Expr expr) {
    return FormulaPrinter.print(
        ExprMapping.map(
            expr,
            node ->
                node instanceof Expr.Call call
                        && call.function().equals("TEXT")
                        && call.arguments().size() == 2
                        && call.arguments().get(1) instanceof Expr.TextLiteral code
                    ? new Expr.Call(
                        "TEXT",
                        java.util.List.of(
                            call.arguments().getFirst(),
                            new Expr.TextLiteral(code.value().toLowerCase(Locale.ROOT))))
                    : node));
  }

  /**
   * The canonical formula of a localized one.
   *
   * @throws FormulaSyntaxException if it is no formula in this locale
   */
  public Expr read(String text) {
    return texts.toCanonical(FormulaParser.parse(LocalizedText.canonical(text, notation)));
  }

  private void remark(Expr node, Set<Remark> remarks) {
    if (node instanceof Expr.Call call
        && FunctionCatalog.standard().find(call.function()).isPresent()
        && !isNameKnown(call.function())) {
      remarks.add(
          new Remark(
              "the name of " + call.function() + " in " + described() + " was not verified",
              call.function() + " 在" + described() + "中的名称未经核实"));
    } else if (node instanceof Expr.ErrorLiteral error
        && product == Product.LIBREOFFICE
        && !LibreOfficeSigns.readsError(notation.error(error.code()))) {
      String word = notation.error(error.code());
      remarks.add(
          new Remark(
              described() + " does not read " + word + " in a formula",
              described() + "不能在公式中识别 " + word));
    } else if (node instanceof Expr.TableRef table) {
      for (TableSection section : table.sections()) {
        // @ stands for the own row in every language
        if (section != TableSection.THIS_ROW && !notation.names().isKnown(section.literal())) {
          remarks.add(
              new Remark(
                  "the word for " + section.literal() + " in " + described() + " was not verified",
                  section.literal() + " 在" + described() + "中的写法未经核实"));
        }
      }
    }
  }

  private String described() {
    return product.spoken() + " (" + locale.tag() + ")";
  }
}
