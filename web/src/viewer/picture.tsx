import { useRef, useState } from 'react';
import { useWords } from '../i18n/words';
import { Button } from '../ui/button';
import { RegionBar } from './mark-bar';
import { type Shown } from './place';
import { turned } from './region';
import { Leaf } from './region-layer';
import { Unshown } from './unshown';
import { useRegion } from './use-region';
import { useShowRegion } from './use-show-region';
import css from './viewer.module.css';
import { viewerWords } from './words';

/** A picture, whole at first, to be enlarged and turned. It stands as its camera was held: browsers see to that. */
export function Picture({ address, file, place, label }: Shown) {
  const say = useWords(viewerWords);
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  const [failed, setFailed] = useState(false);
  const [scale, setScale] = useState(1);
  const [quarters, setQuarters] = useState(0);
  const sheet = useRef<HTMLDivElement>(null);
  const marking = useRegion(file.id);
  const region = place?.region ?? null;
  useShowRegion(sheet, region, size !== null);
  if (failed) return <Unshown file={file} />;
  // Turned, the picture is as wide as its frame is high.
  const lies = quarters % 2 === 1;
  const ratio = size ? size.width / size.height : 1;
  const shape = lies ? 1 / ratio : ratio;
  const whole = `min(100%, ${72 * shape}vh, ${Math.max(320, lies ? (size?.height ?? 0) : (size?.width ?? 0))}px)`;
  const leaf = { inlineSize: `calc(${whole} * ${scale})`, aspectRatio: String(shape) };
  const picture = {
    inlineSize: lies ? `${ratio * 100}%` : '100%',
    transform: `translate(-50%, -50%) rotate(${quarters * 90}deg)`,
  };
  return (
    <div className={css.shown}>
      <div className={css.bar}>
        <Button small onClick={() => setScale(Math.max(1, scale - 0.5))} busy={scale <= 1}>
          {say.smaller}
        </Button>
        <Button small onClick={() => setScale(Math.min(5, scale + 0.5))} busy={scale >= 5}>
          {say.larger}
        </Button>
        <Button small onClick={() => setQuarters((quarters + 1) % 4)}>
          {say.turn}
        </Button>
      </div>
      <RegionBar marking={marking} />
      <div ref={sheet} className={css.sheet} tabIndex={0} role="region" aria-label={file.name}>
        <div className={css.leaf} style={leaf}>
          <Leaf
            shown={region && turned(region, quarters)}
            label={label}
            region={marking.region && turned(marking.region, quarters)}
            drawing={marking.drawing}
            onRegion={(drawn) => marking.markRegion(turned(drawn, -quarters))}
            onLeave={() => marking.setDrawing(false)}
          >
            <img
              className={css.picture}
              style={picture}
              src={address}
              alt={file.name}
              onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => setSize({ width, height })}
              onError={() => setFailed(true)}
            />
          </Leaf>
        </div>
      </div>
    </div>
  );
}
