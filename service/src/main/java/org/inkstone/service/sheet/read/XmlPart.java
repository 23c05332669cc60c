package org.inkstone.service.sheet.read;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * One XML part, read element by element. A document type declaration or an entity of its own is
 * refused, and no other resource is ever opened. Names are local names: the two flavours of the
 * format differ in their namespaces only.
 */
final class XmlPart implements AutoCloseable {
  private static final int EVENTS_A_CLOCK_LOOK = 4096;
  private static final XMLInputFactory FACTORY = factory();

  private final String part;
  private final InputStream stream;
  private final XMLStreamReader xml;
  private final ReadBudget budget;
  private int depth;
  private long events;

  XmlPart(InputStream stream, String part, ReadBudget budget) {
    this.part = part;
    this.stream = stream;
    this.budget = budget;
    try {
      this.xml = FACTORY.createXMLStreamReader(stream);
    } catch (XMLStreamException e) {
      throw malformed(e);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLReporter((message, kind, information, location) -> {
      // what matters comes as an exception; else the parser prints to the error stream
    });
    factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
      throw new XMLStreamException("an outside resource was asked for: " + systemId);
    });
    return factory;
  }

  /** Goes to the next start of an element; false at the end of the part. */
  boolean nextStart() {
    while (true) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      } else if (event == XMLStreamConstants.END_DOCUMENT) {
        return false;
      }
    }
  }

  /**
   * Goes to the next start of an element inside of the one at this depth; false once that one ends.
   *
   * @param parent what {@link #depth} said at the start of the parent
   */
  boolean nextStartWithin(int parent) {
    while (true) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      } else if (event == XMLStreamConstants.END_DOCUMENT || depth < parent) {
        return false;
      }
    }
  }

  /** How deep the current element lies; the root has 1. */
  int depth() {
    return depth;
  }

  /** The local name of the element. */
  String name() {
    return xml.getLocalName();
  }

  /** The value of an attribute without a namespace; null if it is absent. */
  @Nullable String attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name) && isPlain(xml.getAttributeNamespace(i))) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  /** The value of the {@code id} attribute that names a relationship; null if it is absent. */
  @Nullable String relationship() {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals("id") && !isPlain(xml.getAttributeNamespace(i))) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  private static boolean isPlain(@Nullable String namespace) {
    return namespace == null || namespace.isEmpty();
  }

  /** Whether a yes-or-no attribute is set. */
  boolean flag(String name) {
    String value = attribute(name);
    return value != null && (value.equals("1") || value.equals("true") || value.equals("on"));
  }

  /** A whole number from an attribute. */
  int number(String name, int absent) {
    String value = attribute(name);
    if (value == null) {
      return absent;
    }
    try {
      return Integer.parseInt(value.strip());
    } catch (NumberFormatException e) {
      throw SheetReadException.malformed(
          "attribute " + name + " in " + part + " must be a whole number, was " + value, e);
    }
  }

  /** The text right inside the element, to its end. */
  String text() {
    int parent = depth;
    StringBuilder text = new StringBuilder();
    while (true) {
      int event = next();
      if (event == XMLStreamConstants.END_DOCUMENT || depth < parent) {
        return text.toString();
      }
      boolean characters =
          event == XMLStreamConstants.CHARACTERS
              || event == XMLStreamConstants.CDATA
              || event == XMLStreamConstants.SPACE;
      if (characters && depth == parent) {
        budget.check(ReadLimit.TEXT_LENGTH, (long) text.length() + xml.getTextLength());
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
      }
    }
  }

  /** Skips the rest of the element. */
  void skip() {
    int parent = depth;
    while (depth >= parent && next() != XMLStreamConstants.END_DOCUMENT) {
      // goes on to the end of the element
    }
  }

  private int next() {
    if (++events % EVENTS_A_CLOCK_LOOK == 0) {
      budget.time();
    }
    int event = advance();
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> budget.check(ReadLimit.XML_DEPTH, ++depth);
      case XMLStreamConstants.END_ELEMENT -> depth--;
      case XMLStreamConstants.DTD ->
          throw SheetReadException.forbidden(part + " has a document type declaration");
      case XMLStreamConstants.ENTITY_REFERENCE ->
          throw SheetReadException.forbidden(part + " has an entity of its own");
      default -> {
        // texts, comments and processing instructions
      }
    }
    return event;
  }

  private int advance() {
    try {
      return xml.hasNext() ? xml.next() : XMLStreamConstants.END_DOCUMENT;
    } catch (XMLStreamException e) {
      throw malformed(e);
    } catch (SheetReadException e) {
      throw e;
    } catch (RuntimeException e) {
      throw malformed(e); // the parser has states in which it fails with anything
    }
  }

  private SheetReadException malformed(Exception e) {
    return SheetReadException.malformed(part + " is not well-formed XML", e);
  }

  @Override
  public void close() {
    try {
      xml.close();
      stream.close();
    } catch (XMLStreamException | IOException e) {
      throw malformed(e);
    }
  }
}
