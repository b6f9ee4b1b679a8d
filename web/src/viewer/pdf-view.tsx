import { useEffect, useRef, useState } from 'react';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { uiWords } from '../ui/words';
import { RegionBar } from './mark-bar';
import { openPdf, paintPage, type Pdf, type PdfSource, textOfPage } from './pdf';
import { type Shown } from './place';
import { Leaf } from './region-layer';
import { useRegion } from './use-region';
import { useShowRegion } from './use-show-region';
import css from './viewer.module.css';
import { viewerWords } from './words';

/** A PDF page by page, with its text for who cannot see the picture. */
export function PdfView({
  address,
  file,
  place = null,
  label = '',
}: Partial<Pick<Shown, 'place' | 'label'>> & { address: PdfSource; file: Pick<Shown['file'], 'id' | 'name'> }) {
  const say = useWords(viewerWords);
  const ui = useWords(uiWords);
  const { number } = useFormats();
  const [pdf, setPdf] = useState<Pdf | null>(null);
  const [failed, setFailed] = useState(false);
  const [chosen, setChosen] = useState<{ place: typeof place; page: number } | null>(null);
  const [scale, setScale] = useState(1);
  const [text, setText] = useState('');
  const [painted, setPainted] = useState(0);
  const canvas = useRef<HTMLCanvasElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const pages = pdf?.numPages ?? 0;
  // A marked place that is asked for turns to its page; after that the reader turns the pages.
  const asked = chosen && chosen.place === place ? chosen.page : (place?.page ?? chosen?.page ?? 1);
  const page = pages ? Math.min(asked, pages) : asked;
  const marking = useRegion(file.id, page);
  const shown = (place?.page === page && place.region) || null;
  useShowRegion(sheet, shown, painted === page);
  useEffect(() => {
    const opening = openPdf(address);
    opening.promise.then(setPdf, () => setFailed(true));
    return () => void opening.destroy();
  }, [address]);
  useEffect(() => {
    if (!pdf || !canvas.current) return undefined;
    const width = (sheet.current?.clientWidth ?? 800) * scale;
    const painting = paintPage(pdf, page, canvas.current, width, () => setPainted(page));
    let left = false;
    void textOfPage(pdf, page).then((read) => left || setText(read));
    return () => {
      left = true;
      painting.cancel();
    };
  }, [pdf, page, scale]);
  if (failed) return <Notice tone="wait" title={say.pdfFailed} />;
  const turn = (to: number): void => setChosen({ place, page: Math.min(Math.max(1, to), pages || 1) });
  return (
    <div className={css.shown}>
      <div className={css.bar}>
        <Button small onClick={() => turn(page - 1)} busy={page <= 1}>
          {say.previousPage}
        </Button>
        <span aria-live="polite">{pdf ? say.pageOf(number(page), number(pages)) : ui.loading}</span>
        <Button small onClick={() => turn(page + 1)} busy={page >= pages}>
          {say.nextPage}
        </Button>
        <Button small onClick={() => setScale(Math.max(1, scale - 0.5))} busy={scale <= 1}>
          {say.smaller}
        </Button>
        <Button small onClick={() => setScale(Math.min(4, scale + 0.5))} busy={scale >= 4}>
          {say.larger}
        </Button>
      </div>
      <RegionBar marking={marking} page={page} />
      <div ref={sheet} className={css.sheet} tabIndex={0} role="region" aria-label={file.name}>
        <div className={css.leaf} style={{ inlineSize: `${scale * 100}%` }}>
          <Leaf
            shown={shown}
            label={label}
            region={marking.region}
            drawing={marking.drawing}
            onRegion={marking.markRegion}
            onLeave={() => marking.setDrawing(false)}
          >
            <canvas ref={canvas} role="img" aria-label={say.pdfShown(number(page))} />
          </Leaf>
        </div>
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
