package org.inkstone.service.sheet.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.inkstone.service.sheet.read.SheetReadException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are built to harm, each made here. */
class AttackTest {
  private static final String ROWS = "<row r='1'><c r='A1'><v>1</v></c></row>";

  private static SheetReadException refusal(ReadLimits limits, byte[] content) {
    return assertThrows(
        SheetReadException.class, () -> new WorkbookReader(limits).read(content, "x.xlsx"));
  }

  private static void assertKind(Kind kind, byte[] content) {
    SheetReadException refusal = refusal(ReadLimits.usual(), content);
    assertEquals(kind, refusal.kind(), refusal::getMessage);
  }

  private static void assertLimit(ReadLimit limit, long bound, byte[] content) {
    SheetReadException refusal = refusal(ReadLimits.usual().with(limit, bound), content);
    assertEquals(Kind.LIMIT_EXCEEDED, refusal.kind(), refusal::getMessage);
    assertEquals(limit, refusal.limit().orElseThrow());
    assertTrue(refusal.value().orElseThrow() > bound, refusal::getMessage);
  }

  /** XML of a sheet that is mostly blanks. */
  private static byte[] padded(int bytes) {
    byte[] xml = new byte[bytes];
    Arrays.fill(xml, (byte) ' ');
    byte[] open = "<worksheet><sheetData>".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(open, 0, xml, 0, open.length);
    return xml;
  }

  @Test
  void stopsPartThatUnpacksToHundredsOfTimesItsSize() {
    byte[] bomb = XlsxParts.of("").part("xl/worksheets/sheet1.xml", padded(8 << 20)).bytes();
    assertTrue(bomb.length < 20_000, "the bomb is small");
    assertLimit(ReadLimit.COMPRESSION_RATIO, 250, bomb);
  }

  @Test
  void stopsPackageThatUnpacksToTooMuch() {
    byte[] bomb = XlsxParts.of("").part("xl/sharedStrings.xml", padded(3 << 20)).bytes();
    SheetReadException refusal =
        refusal(
            ReadLimits.usual()
                .with(ReadLimit.COMPRESSION_RATIO, 100_000)
                .with(ReadLimit.UNPACKED_BYTES, 1 << 20),
            bomb);
    assertEquals(ReadLimit.UNPACKED_BYTES, refusal.limit().orElseThrow());
  }

  @Test
  void neverUnpacksPackageInsideThePackage() {
    byte[] inner = XlsxParts.of("").part("xl/sharedStrings.xml", padded(8 << 20)).bytes();
    byte[] nested = XlsxParts.of(ROWS).part("xl/embeddings/book.xlsx", inner).bytes();
    assertEquals(1, read(nested));
  }

  private static int read(byte[] content) {
    return new WorkbookReader(ReadLimits.usual())
        .read(content, null)
        .sheets()
        .getFirst()
        .cells()
        .size();
  }

  /** Changes the directory entry of the sheet. */
  private static byte[] withDirectory(byte[] content, String part, int field, int value) {
    ByteBuffer bytes = ByteBuffer.wrap(content.clone()).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < content.length - 46; at++) {
      if (bytes.getInt(at) == 0x02014b50) {
        String name = new String(content, at + 46, bytes.getShort(at + 28), StandardCharsets.UTF_8);
        if (name.equals(part)) {
          bytes.putInt(at + field, value);
        }
      }
    }
    return bytes.array();
  }

  @Test
  void doesNotBelieveSizesInHeaders() {
    byte[] bomb = XlsxParts.of("").part("xl/worksheets/sheet1.xml", padded(8 << 20)).bytes();
    byte[] lying = withDirectory(bomb, "xl/worksheets/sheet1.xml", 24, 100);
    assertLimit(ReadLimit.COMPRESSION_RATIO, 250, lying);
    byte[] claimsMore = withDirectory(bomb, "xl/worksheets/sheet1.xml", 20, 0x7FFF_FFFF);
    assertKind(Kind.MALFORMED, claimsMore);
    byte[] elsewhere = withDirectory(bomb, "xl/worksheets/sheet1.xml", 42, 0x7000_0000);
    assertKind(Kind.MALFORMED, elsewhere);
  }

  @Test
  void refusesPartsThatShareBytes() {
    byte[] content = XlsxParts.of(ROWS).part("xl/a.xml", "a").part("xl/b.xml", "b").bytes();
    byte[] shared = withDirectory(content, "xl/b.xml", 42, offset(content, "xl/a.xml"));
    assertKind(Kind.FORBIDDEN, shared);
  }

  private static int offset(byte[] content, String part) {
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < content.length - 46; at++) {
      if (bytes.getInt(at) == 0x02014b50
          && new String(content, at + 46, bytes.getShort(at + 28), StandardCharsets.UTF_8)
              .equals(part)) {
        return bytes.getInt(at + 42);
      }
    }
    throw new IllegalArgumentException("no part " + part);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.xml",
        "xl/../../evil.xml",
        "/etc/cron.d/evil",
        "C:\\evil",
        "xl\\..\\..\\x"
      })
  void refusesNamesOutsideOfThePackage(String name) {
    assertKind(Kind.FORBIDDEN, XlsxParts.of(ROWS).part(name, "x").bytes());
  }

  @Test
  void refusesRelationsOutsideOfThePackage() {
    byte[] content =
        XlsxParts.of(ROWS)
            .part("_rels/.rels", XlsxParts.relations("rId1", "officeDocument", "../../book.xml"))
            .bytes();
    assertKind(Kind.FORBIDDEN, content);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE x SYSTEM 'file:///etc/passwd'>",
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>",
        "<!DOCTYPE x [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;]>",
        "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>",
        "<!DOCTYPE x>"
      })
  void refusesDocumentTypesInEveryPart(String declaration) {
    for (String part :
        new String[] {
          "_rels/.rels", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"
        }) {
      byte[] content = XlsxParts.of(ROWS).part(part, declaration + "<x>&e;&b;</x>").bytes();
      assertKind(Kind.FORBIDDEN, content);
    }
  }

  @Test
  void refusesBillionLaughsInUtf16() {
    String xml =
        "<?xml version='1.0' encoding='UTF-16'?><!DOCTYPE x [<!ENTITY a 'ha'>"
            + "<!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]><x>&c;</x>";
    byte[] content =
        XlsxParts.of(ROWS)
            .part("xl/sharedStrings.xml", xml.getBytes(StandardCharsets.UTF_16))
            .bytes();
    assertKind(Kind.FORBIDDEN, content);
  }

  @Test
  void refusesEntityThatNobodyDeclared() {
    assertKind(Kind.MALFORMED, XlsxParts.of("<row><c t='str'><v>&unknown;</v></c></row>").bytes());
  }

  @Test
  void stopsAtEveryOtherLimit() {
    String rows = "<row>" + "<c><v>1</v></c>".repeat(50) + "</row>";
    assertLimit(ReadLimit.CELLS, 49, XlsxParts.of(rows).bytes());
    assertLimit(ReadLimit.FILE_BYTES, 100, XlsxParts.of(rows).bytes());
    assertLimit(ReadLimit.ENTRIES, 3, XlsxParts.of(rows).bytes());
    assertLimit(ReadLimit.SHEETS, 0, XlsxParts.of(rows).bytes());
    String deep = "<a>".repeat(30) + "</a>".repeat(30);
    assertLimit(ReadLimit.XML_DEPTH, 20, XlsxParts.of(deep).bytes());
    String strings = "<sst>" + "<si><t>x</t></si>".repeat(30) + "</sst>";
    assertLimit(
        ReadLimit.SHARED_STRINGS,
        29,
        XlsxParts.of(rows).part("xl/sharedStrings.xml", strings).bytes());
    String text = "<row><c t='str'><v>" + "x".repeat(200) + "</v></c></row>";
    assertLimit(ReadLimit.TEXT_LENGTH, 199, XlsxParts.of(text).bytes());
    assertLimit(ReadLimit.TOTAL_TEXT, 199, XlsxParts.of(text).bytes());
    String merged = "<mergeCells>" + "<mergeCell ref='A1:B2'/>".repeat(20) + "</mergeCells>";
    assertLimit(ReadLimit.DECLARATIONS, 19, XlsxParts.of("").sheet(merged).bytes());
  }

  @Test
  void stopsWhenTheTimeIsOver() {
    String rows = "<row><c><v>1</v></c></row>".repeat(20_000);
    assertLimit(ReadLimit.MILLISECONDS, 0, XlsxParts.of(rows).bytes());
  }

  @Test
  void stopsSharedFormulaThatWouldFillMemory() {
    String master =
        "<row r='1'><c r='A1'><f t='shared' si='0'>B1" + "+B1".repeat(2_000) + "</f></c></row>";
    StringBuilder rows = new StringBuilder(master);
    for (int r = 2; r < 500; r++) {
      rows.append("<row r='" + r + "'><c r='A" + r + "'><f t='shared' si='0'/></c></row>");
    }
    assertLimit(ReadLimit.TOTAL_TEXT, 1_000_000, XlsxParts.of(rows.toString()).bytes());
  }

  @Test
  void takesNoMoreFromStreamThanAllowed() {
    byte[] content = XlsxParts.of(ROWS).bytes();
    ByteArrayInputStream stream = new ByteArrayInputStream(new byte[1 << 20]);
    ReadLimits limits = ReadLimits.usual().with(ReadLimit.FILE_BYTES, content.length);
    assertThrows(SheetReadException.class, () -> new WorkbookReader(limits).read(stream, "x.xlsx"));
    assertEquals((1 << 20) - content.length - 1, stream.available());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%PDF-1.7",
        "<!DOCTYPE html>",
        "<html>",
        "<?xml version='1.0'?><Workbook/>",
        "{\\rtf1 x}"
      })
  void namesFormatsThatAreNotRead(String head) {
    assertKind(Kind.UNSUPPORTED_FORMAT, head.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void tellsOtherPackagesFromWorkbooks() {
    assertKind(Kind.UNSUPPORTED_FORMAT, new XlsxParts().part("mimetype", "x").bytes());
    assertKind(Kind.UNSUPPORTED_FORMAT, new XlsxParts().part("readme.txt", "x").bytes());
    assertKind(
        Kind.UNSUPPORTED_FORMAT,
        XlsxParts.of("").part("xl/workbook.xml", "<document xmlns='word'/>").bytes());
    assertKind(Kind.MALFORMED, XlsxParts.of("").without("xl/worksheets/sheet1.xml").bytes());
    assertKind(Kind.MALFORMED, new byte[0]);
  }

  @Test
  void survivesEveryDamage() {
    byte[] good = XlsxParts.of(ROWS).part("xl/sharedStrings.xml", "<sst><si/></sst>").bytes();
    Random random = new Random(7);
    UnaryOperator<byte[]> damage =
        bytes -> {
          byte[] damaged = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
          for (int i = random.nextInt(12); i >= 0; i--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
          }
          return random.nextBoolean() ? Arrays.copyOf(damaged, bytes.length) : damaged;
        };
    int refused = 0;
    for (int i = 0; i < 3_000; i++) {
      byte[] full = good.clone();
      full[random.nextInt(full.length)] ^= (byte) (1 << random.nextInt(8));
      for (byte[] content : new byte[][] {full, damage.apply(good)}) {
        try {
          read(content);
        } catch (SheetReadException e) {
          refused++;
        }
      }
    }
    assertTrue(refused > 3_000, "most damaged files are refused, and none of them in another way");
  }
}
