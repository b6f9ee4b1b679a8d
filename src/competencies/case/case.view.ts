/** What CASE 1.1 sends (1EdTech, Information Model and REST/JSON binding): names are the standard's. */

export class CaseLink {
  title: string;
  identifier: string;
  uri: string;
}

export class CaseNodeLink extends CaseLink {
  targetType?: string;
}

export class CFPackageDocumentView {
  identifier: string;
  uri: string;
  caseVersion: string;
  creator: string;
  title: string;
  lastChangeDateTime: string;
  description?: string;
  subject?: string[];
  language: string;
  version: string;
  /** `Adopted`, or `Deprecated` once a newer version or a corrected edition is known. */
  adoptionStatus: string;
  /** The date of this version in the document’s own table. */
  statusStartDate?: string;
  /** Why this is a corrected edition. */
  notes?: string;
  /** `touchstone`: what CASE has no field for, such as the code, the level and the table of versions. */
  extensions: Record<string, unknown>;
}

export class CFDocumentView extends CFPackageDocumentView {
  CFPackageURI: CaseLink;
}

export class CFPackageItemView {
  identifier: string;
  uri: string;
  /** The text exactly as in the document. */
  fullStatement: string;
  /** The code as in the document, or as derived from its ordinals. */
  humanCodingScheme?: string;
  /** The term of a note, or the name of an attitude. */
  abbreviatedStatement?: string;
  CFItemType: string;
  CFItemTypeURI: CaseLink;
  educationLevel?: string[];
  language: string;
  lastChangeDateTime: string;
  extensions: Record<string, unknown>;
}

export class CFItemView extends CFPackageItemView {
  CFDocumentURI: CaseLink;
}

export class CFPackageAssociationView {
  identifier: string;
  uri: string;
  /** `isChildOf`, or `isRelatedTo` from knowledge and skills to the tasks they are printed beside. */
  associationType: string;
  /** The order among the children of one parent. */
  sequenceNumber?: number;
  originNodeURI: CaseNodeLink;
  destinationNodeURI: CaseNodeLink;
  lastChangeDateTime: string;
}

export class CFAssociationView extends CFPackageAssociationView {
  CFDocumentURI: CaseLink;
}

export class CFItemTypeView {
  identifier: string;
  uri: string;
  title: string;
  description: string;
  hierarchyCode: string;
  typeCode: string;
  lastChangeDateTime: string;
}

export class CFDefinitionsView {
  CFItemTypes: CFItemTypeView[];
}

export class CFPackageView {
  CFDocument: CFPackageDocumentView;
  CFItems: CFPackageItemView[];
  CFAssociations: CFPackageAssociationView[];
  CFDefinitions: CFDefinitionsView;
}

export class CFDocumentSetView {
  CFDocuments: CFDocumentView[];
}

export class CFAssociationSetView {
  CFItem: CFItemView;
  CFAssociations: CFPackageAssociationView[];
}

export class CFItemTypeSetView {
  CFItemTypes: CFItemTypeView[];
}
