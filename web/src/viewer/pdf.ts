import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy, type RenderTask } from 'pdfjs-dist';
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

/** Where the build keeps what pdf.js reads of its own; vite.config.ts says it. */
declare const __PDFJS__: string;

GlobalWorkerOptions.workerSrc = worker;

export type Pdf = PDFDocumentProxy;

/**
 * What is read when a PDF needs it: the character maps of Chinese fonts that are not embedded, the standard fonts, and
 * a decoder of JPEG 2000. WebAssembly stays off, for the page's policy allows none.
 */
const supplies = {
  cMapUrl: `${__PDFJS__}cmaps/`,
  standardFontDataUrl: `${__PDFJS__}standard_fonts/`,
  wasmUrl: `${__PDFJS__}wasm/`,
  useWasm: false,
};

/** Where a PDF is, or the PDF itself. */
export type PdfSource = string | ArrayBuffer;

/** Begins to read a PDF; only the parts that are looked at are fetched. Evidence is never trusted to run anything. */
export function openPdf(source: PdfSource) {
  // What is given is copied: the reader keeps what it gets for itself.
  const where = typeof source === 'string' ? { url: source } : { data: source.slice(0) };
  return getDocument({ ...where, ...supplies, isEvalSupported: false, enableXfa: false, withCredentials: true });
}

/** Paints a page so many pixels wide, as sharp as the screen is. */
export function paintPage(
  pdf: Pdf,
  number: number,
  canvas: HTMLCanvasElement,
  width: number,
  onPainted: () => void,
): { cancel: () => void } {
  let task: RenderTask | undefined;
  let cancelled = false;
  const paint = async (): Promise<void> => {
    const page = await pdf.getPage(number);
    if (cancelled) return;
    const density = Math.min(window.devicePixelRatio || 1, 2);
    const viewport = page.getViewport({ scale: (width / page.getViewport({ scale: 1 }).width) * density });
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    task = page.render({ canvas, viewport });
    await task.promise;
    if (!cancelled) onPainted();
  };
  // A page that is left while it is painted is not an error.
  paint().catch(() => undefined);
  return {
    cancel: () => {
      cancelled = true;
      task?.cancel();
    },
  };
}

/** The words of a page, line by line. */
export async function textOfPage(pdf: Pdf, number: number): Promise<string> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  return items
    .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
    .join('')
    .trim();
}
