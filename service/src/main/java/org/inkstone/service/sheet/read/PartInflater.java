package org.inkstone.service.sheet.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Unpacks raw deflated bytes and gives the native memory back when it is closed. */
final class PartInflater extends InflaterInputStream {
  private static final int BUFFER = 8192;

  PartInflater(InputStream packed) {
    super(packed, new Inflater(true), BUFFER);
  }

  @Override
  public void close() throws IOException {
    super.close();
    inf.end();
  }
}
