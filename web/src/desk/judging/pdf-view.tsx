import { useEffect, useRef, useState } from 'react';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { uiWords } from '../../ui/words';
import css from './bench.module.css';
import { type Shown } from './file-view';
import { openPdf, paintPage, type Pdf, type PdfSource, textOfPage } from './pdf';
import { judgingWords } from './words';

/** A PDF page by page, with its text for who cannot see the picture. */
export function PdfView({
  address,
  file,
  place,
  look,
}: Pick<Shown, 'place' | 'look'> & { address: PdfSource; file: Pick<Shown['file'], 'id' | 'name'> }) {
  const say = useWords(judgingWords);
  const ui = useWords(uiWords);
  const { number } = useFormats();
  const [pdf, setPdf] = useState<Pdf | null>(null);
  const [failed, setFailed] = useState(false);
  const [turned, setTurned] = useState<{ place: typeof place; page: number } | null>(null);
  const [scale, setScale] = useState(1);
  const [text, setText] = useState('');
  const canvas = useRef<HTMLCanvasElement>(null);
  // A marked place that is asked for turns to its page; after that the reader turns the pages.
  const page = turned && turned.place === place ? turned.page : (place?.page ?? turned?.page ?? 1);
  const pages = pdf?.numPages ?? 0;
  useEffect(() => {
    const opening = openPdf(address);
    opening.promise.then(setPdf, () => setFailed(true));
    return () => void opening.destroy();
  }, [address]);
  useEffect(() => {
    look.at({ fileId: file.id, page });
  }, [look, file.id, page]);
  useEffect(() => {
    if (!pdf || !canvas.current) return undefined;
    const painting = paintPage(pdf, Math.min(page, pdf.numPages), canvas.current, scale);
    let left = false;
    void textOfPage(pdf, Math.min(page, pdf.numPages)).then((read) => left || setText(read));
    return () => {
      left = true;
      painting.cancel();
    };
  }, [pdf, page, scale]);
  if (failed) return <Notice tone="wait" title={say.pdfFailed} />;
  const turn = (to: number): void => setTurned({ place, page: Math.min(Math.max(1, to), pages || 1) });
  return (
    <div className={css.pdf}>
      <div className={css.steps}>
        <Button small onClick={() => turn(page - 1)} busy={page <= 1}>
          {say.previousPage}
        </Button>
        <span aria-live="polite">{pdf ? say.pageOf(number(page), number(pages)) : ui.loading}</span>
        <Button small onClick={() => turn(page + 1)} busy={page >= pages}>
          {say.nextPage}
        </Button>
        <Button small onClick={() => setScale(Math.max(0.5, scale - 0.25))} busy={scale <= 0.5}>
          {say.smaller}
        </Button>
        <Button small onClick={() => setScale(Math.min(3, scale + 0.25))} busy={scale >= 3}>
          {say.larger}
        </Button>
      </div>
      <div className={css.sheet} tabIndex={0} role="region" aria-label={file.name}>
        <canvas ref={canvas} role="img" aria-label={say.pdfShown(number(page))} />
      </div>
      {text && (
        <details>
          <summary>{say.pageText}</summary>
          <p className={css.words}>{text}</p>
        </details>
      )}
    </div>
  );
}
