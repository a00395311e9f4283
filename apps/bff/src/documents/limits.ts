import type { FieldProblem } from '@porta/shared'

export type DocumentType = 'pdf' | 'jpeg' | 'png'

/** What is looked at is stopped by these: pages of a PDF, pixels of an image, pixels of one side, bytes of what is written anew. */
export type Limits = { pages: number; pixels: number; side: number; bytes: number }

/** Why a document is not taken. */
export type Refused = { refused: FieldProblem }
