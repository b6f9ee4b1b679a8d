import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { MarkTimes, useTimes } from './mark-times';
import { type Shown } from './place';
import { Unshown } from './unshown';
import css from './viewer.module.css';
import { viewerWords } from './words';

/** Sound or film, taken to the marked time; where times are marked, from here and to here. */
export function Recording({ address, file, place }: Shown) {
  const say = useWords(viewerWords);
  const player = useRef<HTMLMediaElement>(null);
  const stopAt = useRef<number | null>(null);
  const [failed, setFailed] = useState(false);
  const times = useTimes(file.id, () => player.current?.currentTime ?? 0);
  const from = place?.from;
  useEffect(() => {
    const media = player.current;
    if (!media || from === undefined) return undefined;
    const seek = (): void => void (media.currentTime = from);
    if (media.readyState > 0) seek();
    else media.addEventListener('loadedmetadata', seek, { once: true });
    return () => media.removeEventListener('loadedmetadata', seek);
  }, [from, place]);
  if (failed) return <Unshown file={file} />;
  const playPart = (): void => {
    const media = player.current;
    if (!media || from === undefined) return;
    stopAt.current = place?.to ?? null;
    media.currentTime = from;
    void media.play().catch(() => undefined);
  };
  const key = (event: KeyboardEvent): void => {
    const isTyped = event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey;
    const act = { i: times?.fromHere, o: times?.toHere }[event.key.toLowerCase()];
    if (isTyped || !act) return;
    event.preventDefault();
    act();
  };
  const common = {
    src: address,
    controls: true,
    preload: 'metadata',
    'aria-label': file.name,
    onError: () => setFailed(true),
    onTimeUpdate: ({ currentTarget }: { currentTarget: HTMLMediaElement }) => {
      if (stopAt.current === null || currentTarget.currentTime < stopAt.current) return;
      stopAt.current = null;
      currentTarget.pause();
    },
  } as const;
  return (
    <div className={css.shown} onKeyDown={key}>
      {file.mediaType.startsWith('video/') ? (
        <video ref={player as React.RefObject<HTMLVideoElement>} className={css.film} playsInline {...common} />
      ) : (
        <audio ref={player} className={css.sound} {...common} />
      )}
      {from !== undefined && (
        <div className={css.bar}>
          <Button small onClick={playPart}>
            {say.playPart}
          </Button>
        </div>
      )}
      {times && <MarkTimes times={times} />}
    </div>
  );
}
