package org.inkstone.service.sheet.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.inkstone.service.sheet.DateSystem;
import org.inkstone.service.sheet.DefinedName;
import org.jspecify.annotations.Nullable;

/** What the workbook itself says: its sheets, names and date system. */
final class WorkbookPart {
  private static final String BUILT_IN = "_xlnm.";

  private final List<Tab> tabs = new ArrayList<>();
  private final List<WrittenName> names = new ArrayList<>();
  private DateSystem dateSystem = DateSystem.FROM_1900;

  /** A sheet's name and the relationship that leads to it. */
  record Tab(String name, @Nullable String relationship) {}

  /** A name as it is written, before it is known which sheets there are. */
  private record WrittenName(String name, int sheet, String formula) {}

  static WorkbookPart read(XmlPart xml, ReadBudget budget) {
    WorkbookPart workbook = new WorkbookPart();
    if (!xml.nextStart() || !xml.name().equals("workbook")) {
      throw SheetReadException.unsupported("the package is an office document but no workbook");
    }
    while (xml.nextStart()) {
      switch (xml.name()) {
        case "workbookPr" ->
            workbook.dateSystem =
                xml.flag("date1904") ? DateSystem.FROM_1904 : DateSystem.FROM_1900;
        case "sheet" -> workbook.tab(xml, budget);
        case "definedName" -> workbook.name(xml, budget);
        case "extLst" -> xml.skip();
        default -> {
          // views, protection and calculation settings
        }
      }
    }
    workbook.refuseEqualNames();
    return workbook;
  }

  private void tab(XmlPart xml, ReadBudget budget) {
    String name = xml.attribute("name");
    if (name == null || name.isBlank()) {
      throw SheetReadException.malformed("sheet " + (tabs.size() + 1) + " has no name");
    }
    budget.check(ReadLimit.SHEETS, tabs.size() + 1L);
    tabs.add(new Tab(budget.text(name), xml.relationship()));
  }

  private void name(XmlPart xml, ReadBudget budget) {
    String name = xml.attribute("name");
    int sheet = xml.number("localSheetId", -1);
    boolean shown = !xml.flag("hidden");
    String formula = xml.text().strip();
    if (name != null && shown && !formula.isEmpty()) {
      budget.check(ReadLimit.DECLARATIONS, names.size() + 1L);
      names.add(
          new WrittenName(
              budget.text(name.startsWith(BUILT_IN) ? name.substring(BUILT_IN.length()) : name),
              sheet,
              budget.text(FormulaText.canonical(formula))));
    }
  }

  private void refuseEqualNames() {
    Set<String> seen = new HashSet<>();
    for (Tab tab : tabs) {
      if (!seen.add(tab.name.toLowerCase(Locale.ROOT))) {
        throw SheetReadException.malformed("two sheets have the name " + tab.name);
      }
    }
  }

  List<Tab> tabs() {
    return tabs;
  }

  DateSystem dateSystem() {
    return dateSystem;
  }

  /** The names; one that is local to a sheet that isn't there is left out. */
  List<DefinedName> names() {
    return names.stream()
        .filter(name -> name.sheet < tabs.size())
        .map(name ->
            new DefinedName(
                name.name, name.sheet < 0 ? null : tabs.get(name.sheet).name, name.formula))
        .toList();
  }
}
