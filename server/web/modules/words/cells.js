// Where a cell of somebody's sheet stands, as a spreadsheet says it.

import { t } from "./texts.js";

/** "sheet “Làm đẹp”, row 7, column C". @param {{ row: number, sheet: string, column: string }} cell */
export function whereOf({ row, sheet, column }) {
  const where = t(column ? "web.import_where_cell" : "web.import_where_row", { row, column });
  return sheet ? t("web.import_where_sheet", { sheet, where }) : where;
}
