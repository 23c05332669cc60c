"""Computes the formulas of a workbook with LibreOffice: libreoffice.py WORKBOOK FIRST_ROW COLUMN COUNT RESULTS

Needs soffice and LibreOffice's own Python bridge (Debian: libreoffice-calc, python3-uno). The workbook holds no
values, and everything is calculated once more after it is loaded.
"""
import os
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue

ERRORS = {32767: "#N/A", 524: "#REF!", 525: "#NAME?", 532: "#DIV/0!", 519: "#VALUE!", 503: "#NUM!", 521: "#NULL!"}


def escaped(text):
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def shown(sheet, row, column, value):
    cell = sheet.getCellByPosition(column, row)
    error = cell.getError()
    if error:
        return ERRORS.get(error, "Err:%d" % error)
    if isinstance(value, str):
        return '"' + escaped(value) + '"'
    return repr(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def connect(pipe):
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(120):
        try:
            return resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
        except Exception:  # it has not started yet
            time.sleep(0.5)
    raise SystemExit("LibreOffice did not start within 60 seconds")


def main(workbook, first, column, count, results):
    pipe = "inkstone%d" % os.getpid()
    with tempfile.TemporaryDirectory() as profile:
        office = subprocess.Popen(
            ["soffice", "--headless", "--norestore", "--nologo", "--nodefault",
             "-env:UserInstallation=file://" + profile, "--accept=pipe,name=%s;urp;" % pipe],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            context = connect(pipe)
            desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            hidden = PropertyValue()
            hidden.Name, hidden.Value = "Hidden", True
            url = uno.systemPathToFileUrl(os.path.abspath(workbook))
            book = desktop.loadComponentFromURL(url, "_blank", 0, (hidden,))
            book.calculateAll()
            sheet = book.Sheets.getByIndex(0)
            data = sheet.getCellRangeByPosition(column, first, column, first + count - 1).getDataArray()
            with open(results, "w", encoding="utf-8") as out:
                for i, (value,) in enumerate(data):
                    out.write(shown(sheet, first + i, column, value) + "\n")
            book.close(True)
            try:
                desktop.terminate()
            except Exception:  # it is gone before it answers
                pass
        finally:
            office.terminate()
            office.wait()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), sys.argv[5])
