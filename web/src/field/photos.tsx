import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useFormats } from '../i18n/formats';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { Section } from '../ui/page';
import css from './field.module.css';
import { type Entry, type Photo } from './kept/entry';
import { addPhotos, editPhotos, photoBytes, photosOf } from './kept/photos';
import { useKept } from './use-kept';
import { fieldWords } from './words';

/** Photos from the camera or from the device, kept as they are until the server has them. */
export function Photos({
  entry: { id },
  adding,
  onAdding,
  onFailed,
}: {
  entry: Entry;
  /** Whether some are being written to the disk. */
  adding: boolean;
  onAdding: (adding: boolean) => void;
  onFailed: () => void;
}) {
  const say = useWords(fieldWords);
  const photos = useKept(['photos', id], () => photosOf(id)).data ?? [];
  const [added, setAdded] = useState(0);
  const add = (input: HTMLInputElement): void => {
    const files = [...(input.files ?? [])];
    if (files.length === 0 || adding) return;
    onAdding(true);
    addPhotos(id, files)
      .then(() => {
        input.value = '';
        setAdded(files.length);
      }, onFailed)
      .finally(() => onAdding(false));
  };
  return (
    <Section id="photos" title={say.photos}>
      <div className={css.buttons}>
        <label className={css.pick}>
          <input type="file" accept="image/*" capture="environment" onChange={(event) => add(event.currentTarget)} />
          {say.takePhoto}
        </label>
        <label className={css.pick}>
          <input type="file" accept="image/*" multiple onChange={(event) => add(event.currentTarget)} />
          {say.pickPhotos}
        </label>
        <span role="status" className={css.soft}>
          {adding ? say.photosAdding : added > 0 && say.photosKept(added)}
        </span>
      </div>
      {photos.length > 0 && (
        <ul className={css.photos}>
          {photos.map((photo, index) => (
            <Thumb key={photo.id} photo={photo} number={index + 1} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Thumb({ photo, number }: { photo: Photo; number: number }) {
  const say = useWords(fieldWords);
  const format = useFormats();
  const picture = useRef<HTMLImageElement>(null);
  const { id, removed, sent, problem } = photo;
  // The same photo has the same bytes.
  const bytes = useQuery({ queryKey: ['photo', id], queryFn: () => photoBytes(id), staleTime: Infinity }).data;
  useEffect(() => {
    if (!bytes) return undefined;
    const address = URL.createObjectURL(bytes);
    if (picture.current) picture.current.src = address;
    return () => URL.revokeObjectURL(address);
  }, [bytes]);
  const change = (to: boolean): void => void editPhotos([id], { removed: to });
  return (
    <li className={removed ? css.removed : undefined}>
      <img ref={picture} alt={say.photo(number, format.time(photo.takenAt))} loading="lazy" />
      {sent ? (
        <span className={css.soft}>{say.photoSent}</span>
      ) : (
        <>
          {removed && <span>{say.removed}</span>}
          {problem && !removed && (
            <span className={css.bad}>
              <span aria-hidden="true">▲</span> {problem.message || say.photoUnreadable} {say.photoRefusedHelp}
            </span>
          )}
          <Button
            onClick={() => change(!removed)}
            aria-label={removed ? say.restorePhotoNamed(number) : say.removePhotoNamed(number)}
          >
            {removed ? say.restorePhoto : say.removePhoto}
          </Button>
        </>
      )}
    </li>
  );
}
