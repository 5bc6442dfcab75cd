import type { Spec } from './bundle.ts';
import { lookUp, operationNodes } from './document.ts';
import { isObject, type Json, type JsonObject, section } from './json.ts';
import { type ErrorWord, errorName, errorWord } from './narrow-errors.ts';
import { SpecError, token } from './spec-error.ts';

export interface Body {
  mediaType: string;
  schema: Json;
  /** Example name to value. */
  examples: Record<string, Json>;
}

export interface ContractResponse {
  status: number;
  headers: string[];
  bodies: Body[];
}

/** One operation (or, with `event` set, one outbound event) as the rest of the generator reads it. */
export interface ContractOperation {
  spec: string;
  file: string;
  pointer: string;
  operationId: string;
  event: boolean;
  /** The path, or the event's type. */
  path: string;
  method: string;
  item: JsonObject;
  operation: JsonObject;
  parameters: JsonObject[];
  request: { required: boolean; bodies: Body[] } | null;
  responses: ContractResponse[];
}

/** Every operation and event of the specs, in the order of the files. */
export function readOperations(specs: readonly Spec[]): ContractOperation[] {
  const operations: ContractOperation[] = [];
  const owners = new Map<string, string>();
  for (const { name, file, document } of specs) {
    for (const { kind, path, method, item, operation } of operationNodes(document)) {
      const pointer = `/${kind}/${token(path)}/${method}`;
      const { operationId } = operation;
      if (typeof operationId !== 'string' || !/^[a-z][A-Za-z0-9]*$/.test(operationId)) {
        throw new SpecError(file, `${pointer}/operationId`, 'is missing, or not in camelCase');
      }
      const owner = owners.get(operationId);
      if (owner) throw new SpecError(file, `${pointer}/operationId`, `${operationId} is taken by ${owner}`);
      owners.set(operationId, `${file}#${pointer}`);
      const at = { file, pointer, document };
      operations.push({
        spec: name,
        file,
        pointer,
        operationId,
        event: kind === 'webhooks',
        path,
        method: method.toUpperCase(),
        item,
        operation,
        parameters: readParameters(at, item, operation),
        request: readRequest(at, operation),
        // What a receiver answers to an event is classes of statuses (`2XX`), without bodies.
        responses: kind === 'webhooks' ? [] : readResponses(at, operation),
      });
    }
  }
  return operations;
}

/** The error an example shows, with the example's name; `null` for a body that is no catalogued error. */
export function shownErrors(body: Body): ({ example: string } & ErrorWord)[] {
  return Object.entries(body.examples).flatMap(([example, value]) => {
    const word = errorWord(value);
    return word && errorName(word) === example ? [{ example, ...word }] : [];
  });
}

interface At {
  file: string;
  pointer: string;
  document: JsonObject;
}

function readParameters(
  { file, pointer, document }: At,
  item: JsonObject,
  operation: JsonObject,
): JsonObject[] {
  const byKey = new Map<string, JsonObject>();
  for (const list of [item.parameters, operation.parameters]) {
    for (const [index, node] of (Array.isArray(list) ? list : []).entries()) {
      const parameter = lookUp(document, node);
      if (!isObject(parameter) || typeof parameter.name !== 'string' || typeof parameter.in !== 'string') {
        throw new SpecError(file, `${pointer}/parameters/${index}`, 'has no name or no place (in)');
      }
      byKey.set(`${parameter.in} ${parameter.name}`, parameter);
    }
  }
  return [...byKey.values()];
}

function readRequest(at: At, operation: JsonObject): ContractOperation['request'] {
  if (operation.requestBody === undefined) return null;
  const body = lookUp(at.document, operation.requestBody);
  if (!isObject(body)) throw new SpecError(at.file, `${at.pointer}/requestBody`, 'is not an object');
  const bodies = readBodies(at, `${at.pointer}/requestBody`, body);
  return { required: body.required === true, bodies };
}

function readResponses(at: At, operation: JsonObject): ContractResponse[] {
  const pointer = `${at.pointer}/responses`;
  const responses = Object.entries(section(operation.responses));
  if (responses.length === 0) throw new SpecError(at.file, pointer, 'is missing');
  return responses.map(([status, node]) => {
    const response = lookUp(at.document, node);
    if (!/^[1-5]\d\d$/.test(status) || !isObject(response)) {
      throw new SpecError(
        at.file,
        `${pointer}/${token(status)}`,
        'is not a response under a status of its own',
      );
    }
    return {
      status: Number(status),
      headers: Object.keys(section(response.headers)),
      bodies: readBodies(at, `${pointer}/${status}`, response),
    };
  });
}

function readBodies({ file, document }: At, pointer: string, owner: JsonObject): Body[] {
  return Object.entries(section(owner.content)).map(([mediaType, media]) => {
    const where = `${pointer}/content/${token(mediaType)}`;
    if (!isObject(media) || media.schema === undefined) throw new SpecError(file, where, 'has no schema');
    const examples = Object.entries(section(media.examples)).map(([name, node]) => {
      const example = lookUp(document, node);
      if (!isObject(example) || example.value === undefined) {
        throw new SpecError(file, `${where}/examples/${token(name)}`, 'has no value');
      }
      return [name, example.value] as const;
    });
    return { mediaType, schema: media.schema, examples: Object.fromEntries(examples) };
  });
}
