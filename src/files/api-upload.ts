import { applyDecorators, type Type } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiExtraModels, getSchemaPath } from '@nestjs/swagger';

/** Describes a multipart form: the fields of a class, and files under one name; or its fields alone, as JSON. */
export function ApiUpload(files: string, fields?: Type, { json = false } = {}): MethodDecorator {
  const binary = { type: 'array', items: { type: 'string', format: 'binary' } };
  const form = { type: 'object', properties: { [files]: binary } };
  return applyDecorators(
    ApiConsumes('multipart/form-data', ...(json ? ['application/json'] : [])),
    ...(fields ? [ApiExtraModels(fields)] : []),
    ApiBody({ schema: fields ? { allOf: [{ $ref: getSchemaPath(fields) }, form] } : form }),
  );
}
