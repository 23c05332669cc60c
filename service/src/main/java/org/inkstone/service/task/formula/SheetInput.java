package org.inkstone.service.task.formula;

import org.inkstone.service.plan.Schema;
import org.inkstone.service.sheet.Workbook;
import org.inkstone.service.sheet.function.Product;

/** The data of a request, read and checked, with the place of the formula. */
record SheetInput(Workbook workbook, Schema schema, Place place, Product product) {}
