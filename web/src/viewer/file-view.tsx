import { lazy, Suspense } from 'react';
import { addressOf } from '../api/client';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { DownloadLink } from '../ui/button';
import { uiWords } from '../ui/words';
import { Picture } from './picture';
import { type EvidenceFile, type Place, type Shown } from './place';
import { Recording } from './recording';
import { TextFile } from './text-file';
import { Unshown } from './unshown';
import css from './viewer.module.css';
import { viewerWords } from './words';

const PdfView = lazy(() => import('./pdf-view').then(({ PdfView: view }) => ({ default: view })));

/**
 * A file in place where browsers show its kind, and always to be downloaded. Inside `MarkingPlaces`, places in it can be
 * marked; the place that is asked for is shown with what is said to show there.
 */
export function FileView({
  evidenceId,
  file,
  place = null,
  label = '',
}: {
  evidenceId: string;
  file: EvidenceFile;
  place?: Place | null;
  label?: string;
}) {
  const say = useWords(viewerWords);
  const ui = useWords(uiWords);
  const { aside, size } = useFormats();
  const params = { id: evidenceId, fileId: file.id };
  const path = '/api/evidence/{id}/files/{fileId}/content';
  const own = place?.fileId === undefined || place.fileId === file.id ? place : null;
  const shown = { address: addressOf(path, params, { inline: 1 }), file, place: own, label };
  return (
    <figure className={css.file}>
      <Suspense fallback={<p role="status">{ui.loading}</p>}>
        <InPlace {...shown} />
      </Suspense>
      <figcaption>
        <span>
          {file.name}
          {aside(size(file.size))}
        </span>
        <DownloadLink href={addressOf(path, params)} download small>
          {say.download}
        </DownloadLink>
      </figcaption>
    </figure>
  );
}

function InPlace(shown: Shown) {
  const { mediaType } = shown.file;
  if (mediaType.startsWith('image/')) return <Picture {...shown} />;
  if (mediaType === 'application/pdf') return <PdfView {...shown} />;
  if (mediaType.startsWith('audio/') || mediaType.startsWith('video/')) return <Recording {...shown} />;
  if (mediaType === 'text/plain') return <TextFile {...shown} />;
  return <Unshown file={shown.file} />;
}
