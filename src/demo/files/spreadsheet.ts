import { zip } from './zip.js';

export interface Sheet {
  name: string;
  /** Widths of the columns, in characters. */
  widths: number[];
  /** The first row is the heading. */
  rows: (string | number)[][];
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaging = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook as Office Open XML (.xlsx), with a bold heading row that stays in sight. */
export function spreadsheet(sheets: readonly Sheet[]): Buffer {
  const numbered = sheets.map((sheet, i) => ({ ...sheet, id: i + 1, path: `worksheets/sheet${i + 1}.xml` }));
  const part = (name: string, type: string): string =>
    `<Override PartName="/xl/${name}" ContentType="${types}.${type}+xml"/>`;
  const relation = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (...list: string[]): string =>
    `${declaration}<Relationships xmlns="${packaging}/relationships">${list.join('')}</Relationships>`;
  return zip([
    {
      name: '[Content_Types].xml',
      content: `${declaration}<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('workbook.xml', 'sheet.main')}${part('styles.xml', 'styles')}${numbered.map(({ path }) => part(path, 'worksheet')).join('')}</Types>`,
    },
    { name: '_rels/.rels', content: relations(relation(1, 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      content: `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${numbered.map(({ id, name }) => `<sheet name="${escaped(name)}" sheetId="${id}" r:id="rId${id}"/>`).join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(
        ...numbered.map(({ id, path }) => relation(id, 'worksheet', path)),
        relation(numbered.length + 1, 'styles', 'styles.xml'),
      ),
    },
    { name: 'xl/styles.xml', content: styles },
    ...numbered.map((sheet) => ({ name: `xl/${sheet.path}`, content: worksheet(sheet) })),
  ]);
}

/** Two cell formats: 0 plain, 1 bold. */
const styles = `${declaration}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function worksheet({ widths, rows }: Sheet): string {
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  const data = rows.map((row, r) => {
    const cells = row.map((value, c) => cell(`${String.fromCharCode(65 + c)}${r + 1}`, value, r === 0 ? 1 : 0));
    return `<row r="${r + 1}">${cells.join('')}</row>`;
  });
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  return `${declaration}<worksheet xmlns="${main}">${frozen}<cols>${columns.join('')}</cols><sheetData>${data.join('')}</sheetData></worksheet>`;
}

function cell(at: string, value: string | number, style: number): string {
  return typeof value === 'number'
    ? `<c r="${at}" s="${style}"><v>${value}</v></c>`
    : `<c r="${at}" s="${style}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
