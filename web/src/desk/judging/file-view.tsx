import { lazy, Suspense, useEffect, useState } from 'react';
import { addressOf } from '../../api/client';
import { useFormats } from '../../i18n/formats';
import { useWords } from '../../i18n/words';
import { DownloadLink } from '../../ui/button';
import { uiWords } from '../../ui/words';
import { type EvidenceFile } from '../types';
import css from './bench.module.css';
import { Recording } from './recording';
import { type Look, type Place } from './place';
import { judgingWords } from './words';

const PdfView = lazy(() => import('./pdf-view').then(({ PdfView: view }) => ({ default: view })));

export interface Shown {
  address: string;
  file: EvidenceFile;
  place: Place | null;
  look: Look;
}

const pictures = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif']);

/** A file in place where browsers show its kind, and always to be downloaded. */
export function FileView({ evidenceId, file, place, look }: Omit<Shown, 'address'> & { evidenceId: string }) {
  const say = useWords(judgingWords);
  const ui = useWords(uiWords);
  const { size } = useFormats();
  const params = { id: evidenceId, fileId: file.id };
  const path = '/api/evidence/{id}/files/{fileId}/content';
  const shown = { address: addressOf(path, params, { inline: 1 }), file, place, look };
  return (
    <figure className={css.file}>
      <Suspense fallback={<p role="status">{ui.loading}</p>}>
        <InPlace {...shown} />
      </Suspense>
      <figcaption>
        <span>
          {file.name}（{size(file.size)}）
        </span>
        <DownloadLink href={addressOf(path, params)} download small>
          {say.download}
        </DownloadLink>
      </figcaption>
    </figure>
  );
}

function InPlace(shown: Shown) {
  const say = useWords(judgingWords);
  const { mediaType, name } = shown.file;
  if (pictures.has(mediaType)) return <img className={css.picture} src={shown.address} alt={name} />;
  if (mediaType === 'application/pdf') return <PdfView {...shown} />;
  if (mediaType.startsWith('audio/') || mediaType.startsWith('video/')) return <Recording {...shown} />;
  if (mediaType === 'text/plain') return <TextFile {...shown} />;
  return <p className={css.unshown}>{say.cannotShow}</p>;
}

const most = 100_000;

function TextFile({ address, file }: Shown) {
  const say = useWords(judgingWords);
  const [text, setText] = useState('');
  useEffect(() => {
    const leaving = new AbortController();
    fetch(address, { signal: leaving.signal, headers: { Range: `bytes=0-${most - 1}` } })
      .then((answer) => answer.text())
      .then(setText, () => undefined);
    return () => leaving.abort();
  }, [address]);
  return (
    <>
      <pre className={css.text} tabIndex={0} role="region" aria-label={file.name}>
        {text}
      </pre>
      {file.size > most && <p>{say.tooLong}</p>}
    </>
  );
}
