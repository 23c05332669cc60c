package org.inkstone.connector.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inkstone.connector.TranscriptFormatException;
import org.inkstone.sdk.model.Segment;
import org.inkstone.sdk.model.Transcript;
import org.jspecify.annotations.Nullable;

/**
 * Reads WebVTT (W3C, "WebVTT: The Web Video Text Tracks Format") as meeting products export it:
 * each cue is a segment, the voice tag {@code <v Name>} or a leading {@code Name:} is its speaker,
 * the cue's identifier is its id where it is unique. Settings, styles, regions, notes and other
 * tags are passed over.
 */
public final class WebVttReader {
  private static final Pattern TIMING = Pattern.compile("\\s*(\\S+)\\s+-->\\s+(\\S+)(?:\\s+.*)?");
  private static final Pattern TIME =
      Pattern.compile("(?:(\\d{2,}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})");
  private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^\\s>]*)?\\s+([^>]*)>");
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z0-9][^>]*>|</?>");
  private static final Pattern NAME =
      Pattern.compile("([^:：<>]{1,40})[:：]\\s*(\\S.*)", Pattern.DOTALL);

  private WebVttReader() {}

  /**
   * Reads a file's text.
   *
   * @throws TranscriptFormatException if it is not WebVTT, or a timing line is wrong
   */
  public static Transcript read(String text) {
    String[] lines =
        text.replace("\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n').split("\n", -1);
    if (!lines[0].matches("WEBVTT([ \t].*)?")) {
      throw new TranscriptFormatException(
          1, "a WebVTT file starts with WEBVTT, found: " + shortened(lines[0]));
    }
    return new Transcript(new Cues(lines).read());
  }

  private static String shortened(String line) {
    return line.length() > 40 ? line.substring(0, 40) + "…" : line;
  }

  /** The pass over the lines of one file. */
  private static final class Cues {
    private final String[] lines;
    private final List<Segment> segments = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private int at = 1;

    Cues(String[] lines) {
      this.lines = lines;
    }

    List<Segment> read() {
      while (at < lines.length) {
        String identifier = "";
        if (!lines[at].contains("-->")) {
          identifier = lines[at].strip();
          at++;
          if (identifier.isEmpty() || at == lines.length || !lines[at].contains("-->")) {
            skipBlock(identifier);
            continue;
          }
        }
        readCue(identifier);
      }
      return segments;
    }

    /** A note, a style, a region, or the rest of the header. */
    private void skipBlock(String firstLine) {
      while (!firstLine.isEmpty() && at < lines.length && !lines[at].isBlank()) {
        if (lines[at].contains("-->")) {
          return;
        }
        at++;
      }
    }

    private void readCue(String identifier) {
      int timingLine = at + 1;
      Matcher timing = TIMING.matcher(lines[at]);
      if (!timing.matches()) {
        throw new TranscriptFormatException(timingLine, "not a timing: " + shortened(lines[at]));
      }
      long start = millis(timing.group(1), timingLine);
      long end = millis(timing.group(2), timingLine);
      if (end < start) {
        throw new TranscriptFormatException(timingLine, "the cue ends before it starts");
      }
      at++;
      StringBuilder payload = new StringBuilder();
      while (at < lines.length && !lines[at].isBlank()) {
        payload.append(payload.isEmpty() ? "" : "\n").append(lines[at++]);
      }
      add(identifier, start, end, payload.toString());
    }

    /** A cue with several voices becomes a segment for each. */
    private void add(String identifier, long start, long end, String payload) {
      Matcher voice = VOICE.matcher(payload);
      String speaker = null;
      int from = 0;
      while (voice.find()) {
        addPart(identifier, speaker, start, end, payload.substring(from, voice.start()));
        speaker = unescape(voice.group(1)).strip();
        from = voice.end();
      }
      addPart(identifier, speaker, start, end, payload.substring(from));
    }

    private void addPart(
        String identifier, @Nullable String speaker, long start, long end, String payload) {
      String text = unescape(TAG.matcher(payload).replaceAll("")).replace('\n', ' ').strip();
      if (text.isEmpty()) {
        return;
      }
      Optional<Matcher> named =
          speaker == null
              ? Optional.of(NAME.matcher(text)).filter(Matcher::matches)
              : Optional.empty();
      String who = named.map(match -> match.group(1).strip()).orElse(speaker);
      String words = named.map(match -> match.group(2)).orElse(text);
      segments.add(new Segment(uniqueId(identifier), who, start, end, words));
    }

    private String uniqueId(String identifier) {
      String wanted = identifier.isEmpty() ? "s" + (segments.size() + 1) : identifier;
      String id = wanted;
      for (int n = 2; !ids.add(id); n++) {
        id = wanted + "-" + n;
      }
      return id;
    }
  }

  private static long millis(String time, int line) {
    Matcher match = TIME.matcher(time);
    if (!match.matches() || (match.group(1) != null && match.group(1).length() > 6)) {
      throw new TranscriptFormatException(line, "not a time: " + shortened(time));
    }
    long hours = match.group(1) == null ? 0 : Long.parseLong(match.group(1));
    long minutes = hours * 60 + Long.parseLong(match.group(2));
    return (minutes * 60 + Long.parseLong(match.group(3))) * 1000 + Long.parseLong(match.group(4));
  }

  private static String unescape(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&nbsp;", "\u00A0")
        .replace("&lrm;", "")
        .replace("&rlm;", "")
        .replace("&amp;", "&");
  }
}
