import { Refused, type Actions, type Answer, type Request } from './answer';

export interface Table {
  permission: string;
  readonly indexes: Map<string, { readonly unique: boolean; readonly keys: readonly Key[] }>;
}

interface Key {
  readonly Name: string;
  readonly Direction: string;
}

interface CreatedIndex {
  readonly IndexName: string;
  readonly MgoKeySchema: { readonly MgoIsUnique: boolean; readonly MgoIndexKeys: readonly Key[] };
}

/** The environment's document database. */
export class Tables {
  readonly held = new Map<string, Table>();

  private table(request: Request): Table {
    const table = this.held.get(String(request['TableName'] ?? request['CollectionName']));
    // Source: error codes of DescribeTable in Tencent Cloud's documentation of tcb 2018-06-08.
    if (!table) throw new Refused('ResourceNotFound', 'Db or Table not exist.');
    return table;
  }

  private update(request: Request): Answer {
    const { indexes } = this.table(request);
    for (const { IndexName } of (request['DropIndexes'] ?? []) as { IndexName: string }[])
      if (!indexes.delete(IndexName)) throw new Refused('FailedOperation', `index not found: ${IndexName}`);
    for (const { IndexName, MgoKeySchema } of (request['CreateIndexes'] ?? []) as CreatedIndex[]) {
      // Source: MongoDB's own text, which the platform passes on.
      if (indexes.has(IndexName)) throw new Refused('FailedOperation', `Index already exists: ${IndexName}`);
      indexes.set(IndexName, { unique: MgoKeySchema.MgoIsUnique, keys: MgoKeySchema.MgoIndexKeys });
    }
    return {};
  }

  readonly actions: Actions = {
    // Source: `listCollections` of @cloudbase/manager-node, which reads `Tables`, null when there are none.
    ListTables: ({ MgoLimit, MgoOffset }) => {
      const names = [...this.held.keys()];
      const page = names.slice(Number(MgoOffset), Number(MgoOffset) + Number(MgoLimit));
      const Tables = page.map((TableName) => ({ TableName, Count: 0, IndexCount: 2 }));
      return { Tables: names.length === 0 ? null : Tables, Pager: { Total: names.length } };
    },
    // Source: a new collection belongs to its users until told otherwise (console of CloudBase).
    CreateTable: ({ TableName }) => {
      const name = String(TableName);
      if (this.held.has(name)) throw new Refused('ResourceInUse', 'Table exist.');
      this.held.set(name, { permission: 'PRIVATE', indexes: new Map() });
      return {};
    },
    // Source: types of `describeCollection` in @cloudbase/manager-node; `_id_` and `_openid_1` stand in WeChat's sample.
    DescribeTable: (request) => {
      const own = ['_id_', '_openid_1'].map((Name) => ({ Name, Unique: false, Keys: [] }));
      const made = [...this.table(request).indexes].map(([Name, { unique, keys }]) => ({
        Name,
        Unique: unique,
        Keys: keys,
      }));
      return { Indexes: [...own, ...made], IndexNum: own.length + made.length };
    },
    UpdateTable: (request) => this.update(request),
    // Source: cloud.tencent.com/document/api/876/34821 and 34819.
    DescribeDatabaseACL: (request) => ({ AclTag: this.table(request).permission }),
    ModifyDatabaseACL: (request) => {
      this.table(request).permission = String(request['AclTag']);
      return {};
    },
  };
}
