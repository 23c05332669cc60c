package org.inkstone.service.sheet.read;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of a ZIP package in memory, by its central directory. What headers claim about sizes is
 * never believed: bytes are counted as they are unpacked. Nothing is written to a file, and only
 * parts that are asked for are unpacked.
 */
final class ZipPackage {
  private static final int END_RECORD = 0x06054b50;
  private static final int END_RECORD_SIZE = 22;
  private static final int DIRECTORY_ENTRY = 0x02014b50;
  private static final int DIRECTORY_ENTRY_SIZE = 46;
  private static final int LOCAL_HEADER = 0x04034b50;
  private static final int LOCAL_HEADER_SIZE = 30;
  private static final int ZIP64_EXTRA = 1;
  private static final long IN_ZIP64 = 0xFFFF_FFFFL;

  private final ReadBudget budget;
  private final ByteBuffer bytes;
  private final Map<String, Entry> entries = new HashMap<>();

  /** One entry: where its packed bytes lie. */
  private record Entry(String name, int method, int header, int data, int packed) {}

  ZipPackage(byte[] content, ReadBudget budget) {
    this.budget = budget;
    this.bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    try {
      readDirectory();
    } catch (IndexOutOfBoundsException e) {
      throw SheetReadException.malformed("the ZIP package is cut off or damaged", e);
    }
    refuseOverlaps();
  }

  /** Whether there is a part of this name, in any case. */
  boolean has(String name) {
    return entries.containsKey(key(name));
  }

  /** The unpacked bytes of a part; empty if there is none. The caller closes the stream. */
  Optional<InputStream> open(String name) {
    Entry entry = entries.get(key(name));
    if (entry == null) {
      return Optional.empty();
    }
    InputStream packed = new ByteArrayInputStream(bytes.array(), entry.data, entry.packed);
    InputStream plain =
        switch (entry.method) {
          case 0 -> packed;
          case 8 -> new PartInflater(packed);
          default ->
              throw SheetReadException.malformed(
                  "part "
                      + entry.name
                      + " is packed with method "
                      + entry.method
                      + ", only 0 and 8 are known in workbooks");
        };
    return Optional.of(new CountedStream(plain, entry.name, entry.packed, budget));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private void readDirectory() {
    int end = findEnd();
    long size = bytes.getInt(end + 12) & IN_ZIP64;
    long offset = bytes.getInt(end + 16) & IN_ZIP64;
    boolean zip64 = offset == IN_ZIP64 || (bytes.getShort(end + 10) & 0xFFFF) == 0xFFFF;
    int at = zip64 ? zip64Directory(end) : position(end - size, "central directory");
    // bytes in front of the package move everything behind them
    int shift = zip64 ? 0 : position(at - offset, "start of the package");
    int count = 0;
    while (at + DIRECTORY_ENTRY_SIZE <= end && bytes.getInt(at) == DIRECTORY_ENTRY) {
      budget.check(ReadLimit.ENTRIES, ++count);
      at = readEntry(at, shift);
    }
    if (count == 0) {
      throw SheetReadException.malformed("the ZIP package has no entries in its directory");
    }
  }

  private int findEnd() {
    int last = bytes.limit() - END_RECORD_SIZE;
    for (int at = last; at >= 0 && at >= last - 0xFFFF; at--) {
      if (bytes.getInt(at) == END_RECORD) {
        return at;
      }
    }
    throw SheetReadException.malformed(
        "the ZIP package has no end record: it is cut off or is no package");
  }

  private int zip64Directory(int end) {
    int locator = end - 20;
    if (locator < 0 || bytes.getInt(locator) != 0x07064b50) {
      throw SheetReadException.malformed("the ZIP64 locator of the package is missing");
    }
    int record = position(bytes.getLong(locator + 8), "ZIP64 end record");
    return position(bytes.getLong(record + 48), "central directory");
  }

  private int readEntry(int at, int shift) {
    int flags = bytes.getShort(at + 8);
    int method = bytes.getShort(at + 10) & 0xFFFF;
    int nameLength = bytes.getShort(at + 28) & 0xFFFF;
    int extraLength = bytes.getShort(at + 30) & 0xFFFF;
    int next = at + DIRECTORY_ENTRY_SIZE + nameLength + extraLength;
    String name = name(at + DIRECTORY_ENTRY_SIZE, nameLength);
    if ((flags & 1) != 0) {
      throw SheetReadException.encrypted("part " + name + " of the package is encrypted");
    }
    long[] values = {
      bytes.getInt(at + 24) & IN_ZIP64, // unpacked size
      bytes.getInt(at + 20) & IN_ZIP64, // packed size
      bytes.getInt(at + 42) & IN_ZIP64 // offset of the local header
    };
    fillFromZip64(values, at + DIRECTORY_ENTRY_SIZE + nameLength, extraLength);
    int header = position(values[2] + shift, "header of part " + name);
    if (bytes.getInt(header) != LOCAL_HEADER) {
      throw SheetReadException.malformed("part " + name + " has no header where it should be");
    }
    int data =
        header
            + LOCAL_HEADER_SIZE
            + (bytes.getShort(header + 26) & 0xFFFF)
            + (bytes.getShort(header + 28) & 0xFFFF);
    position(data + values[1], "end of part " + name);
    Entry entry = new Entry(name, method, header, data, (int) values[1]);
    if (!name.endsWith("/") && entries.put(key(name), entry) != null) {
      throw SheetReadException.malformed("the package has two parts with the name " + name);
    }
    return next + (bytes.getShort(at + 32) & 0xFFFF);
  }

  /** Values that don't fit into 32 bits stand in an extra field, in this order. */
  private void fillFromZip64(long[] values, int extra, int length) {
    int at = extra;
    while (at + 4 <= extra + length) {
      int size = bytes.getShort(at + 2) & 0xFFFF;
      if (bytes.getShort(at) == ZIP64_EXTRA) {
        int from = at + 4;
        for (int i = 0; i < values.length; i++) {
          if (values[i] == IN_ZIP64) {
            values[i] = bytes.getLong(from);
            from += 8;
          }
        }
      }
      at += 4 + size;
    }
  }

  private String name(int at, int length) {
    byte[] raw = new byte[length];
    bytes.get(at, raw);
    String name = new String(raw, StandardCharsets.UTF_8).replace('\\', '/');
    if (name.startsWith("/") || name.contains(":") || List.of(name.split("/", -1)).contains("..")) {
      throw SheetReadException.forbidden("the package has a part outside of itself: " + name);
    }
    return name;
  }

  private int position(long at, String what) {
    if (at < 0 || at > bytes.limit()) {
      throw SheetReadException.malformed(
          "the " + what + " lies at byte " + at + ", but there are only " + bytes.limit());
    }
    return (int) at;
  }

  /** The same bytes in several entries are how a small file unpacks to a huge one. */
  private void refuseOverlaps() {
    List<Entry> ordered = new ArrayList<>(entries.values());
    ordered.sort(Comparator.comparingInt(Entry::header));
    for (int i = 1; i < ordered.size(); i++) {
      Entry before = ordered.get(i - 1);
      if (before.data + before.packed > ordered.get(i).header) {
        throw SheetReadException.forbidden(
            "the parts "
                + before.name
                + " and "
                + ordered.get(i).name
                + " share bytes of the package");
      }
    }
  }
}
