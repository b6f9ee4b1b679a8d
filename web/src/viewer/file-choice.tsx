import { useWords } from '../i18n/words';
import { Select } from '../ui/form';
import { type EvidenceFile } from './place';
import { viewerWords } from './words';

/** Which of several files is looked at; nothing where there is no choice. */
export function FileChoice({
  files,
  chosen,
  onChoose,
}: {
  files: readonly EvidenceFile[];
  chosen: EvidenceFile | undefined;
  onChoose: (id: string) => void;
}) {
  const say = useWords(viewerWords);
  if (files.length < 2) return null;
  return (
    <Select name="file" label={say.files} value={chosen?.id} onChange={(event) => onChoose(event.currentTarget.value)}>
      {files.map(({ id, name }, index) => (
        <option key={id} value={id}>
          {say.fileOf(String(index + 1), String(files.length))} {name}
        </option>
      ))}
    </Select>
  );
}
