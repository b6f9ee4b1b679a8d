/** A file as a signature covers it. */
export class SignedFileView {
  position: number;
  name: string;
  size: number;
  mediaType: string;
  sha256: string;
}

/** What every signature under a record covers, beside what records of its kind hold. */
export class SignedRecordView {
  id: string;
  assessmentId: string;
  number: number;
  assessorId: string;
  title: string;
  files: SignedFileView[];
}
