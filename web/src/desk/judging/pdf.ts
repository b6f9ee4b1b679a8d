import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy, type RenderTask } from 'pdfjs-dist';
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = worker;

export type Pdf = PDFDocumentProxy;

/** Where a PDF is, or the PDF itself. */
export type PdfSource = string | ArrayBuffer;

/** Begins to read a PDF; only the parts that are looked at are fetched. Evidence is never trusted to run anything. */
export function openPdf(source: PdfSource) {
  // What is given is copied: the reader keeps what it gets for itself.
  const where = typeof source === 'string' ? { url: source } : { data: source.slice(0) };
  return getDocument({ ...where, isEvalSupported: false, enableXfa: false, useWasm: false, withCredentials: true });
}

/** Paints a page as wide as its frame (times `scale`), as sharp as the screen is. */
export function paintPage(pdf: Pdf, number: number, canvas: HTMLCanvasElement, scale: number): { cancel: () => void } {
  let task: RenderTask | undefined;
  let cancelled = false;
  const paint = async (): Promise<void> => {
    const page = await pdf.getPage(number);
    if (cancelled) return;
    const frame = canvas.parentElement?.clientWidth ?? 800;
    const width = Math.max(240, frame - 2) * scale;
    const density = Math.min(window.devicePixelRatio || 1, 2);
    const viewport = page.getViewport({ scale: (width / page.getViewport({ scale: 1 }).width) * density });
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    canvas.style.inlineSize = `${Math.floor(viewport.width / density)}px`;
    task = page.render({ canvas, viewport });
    await task.promise;
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
