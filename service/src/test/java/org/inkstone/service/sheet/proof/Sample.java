package org.inkstone.service.sheet.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.inkstone.service.sheet.Sheet;
import org.inkstone.service.sheet.SheetCell;

/** Data and formulas with what the oracles made of them. */
record Sample(Sheet data, List<Case> cases) {
  /** A formula and each oracle's value of it, encoded. */
  record Case(String formula, String libreOffice, String ironCalc) {
    String of(Oracle oracle) {
      return oracle == Oracle.LIBREOFFICE ? libreOffice : ironCalc;
    }
  }

  /** The engines that ours is compared with. */
  enum Oracle {
    LIBREOFFICE,
    IRONCALC
  }

  static Sample read(List<String> lines) {
    Sheet.Builder data = Sheet.builder(ProofData.SHEET);
    List<Case> cases = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.split("\t", -1);
      if (parts[0].equals("cell")) {
        data.put(
            Integer.parseInt(parts[1]) - 1,
            Integer.parseInt(parts[2]) - 1,
            SheetCell.of(Encoded.scalar(parts[3])));
      } else {
        cases.add(new Case(parts[1], parts[2], parts[3]));
      }
    }
    return new Sample(data.build(), cases);
  }

  /** Writes it packed, the data first. */
  void write(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    data.cells()
        .forEach((at, cell) ->
            text.append(
                "cell\t%d\t%d\t%s\n"
                    .formatted(at.row() + 1, at.column() + 1, Encoded.of(cell.value()))));
    for (Case one : cases) {
      text.append(
          "formula\t%s\t%s\t%s\n".formatted(one.formula(), one.libreOffice(), one.ironCalc()));
    }
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }
}
