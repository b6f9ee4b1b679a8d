import { addressOf } from '../api/client';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { type Evidence } from '../uploads/upload-evidence';
import { DownloadLink } from '../ui/button';
import { evidenceWords } from './evidence-words';
import css from './item.module.css';

/** What the evidence consists of, to be looked at where the browser can show it. */
export function Preview({ item }: { item: Evidence }) {
  const say = useWords(evidenceWords);
  return (
    <section className={css.preview} aria-label={say.content}>
      {item.deletion && <p>{say.deletedNote}</p>}
      {item.statement && <p className={css.statement}>{item.statement}</p>}
      {item.url && (
        <a href={item.url} target="_blank" rel="noreferrer noopener">
          {item.url}
        </a>
      )}
      {item.files.map((file) => (
        <FileView key={file.id} itemId={item.id} file={file} />
      ))}
    </section>
  );
}

function FileView({ itemId, file }: { itemId: string; file: Evidence['files'][number] }) {
  const say = useWords(evidenceWords);
  const { size } = useFormats();
  const address = addressOf('/api/evidence/{id}/files/{fileId}/content', { id: itemId, fileId: file.id });
  const inline = `${address}?inline=1`;
  const [kind] = file.mediaType.split('/');
  return (
    <figure className={css.figure}>
      {kind === 'image' && <img src={inline} alt={file.name} />}
      {kind === 'video' && <video src={inline} controls preload="metadata" aria-label={file.name} />}
      {kind === 'audio' && <audio src={inline} controls preload="metadata" aria-label={file.name} />}
      <figcaption>
        <span>
          {file.name} <span className={css.soft}>{size(file.size)}</span>
        </span>
        {file.mediaType === 'application/pdf' ? (
          <a href={inline} target="_blank" rel="noreferrer">
            {say.open}
          </a>
        ) : (
          <DownloadLink small href={address} download>
            {say.download}
          </DownloadLink>
        )}
      </figcaption>
    </figure>
  );
}
