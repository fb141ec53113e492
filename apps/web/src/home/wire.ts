export interface DemoShop {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly queues: readonly { readonly id: string; readonly name: string; readonly prefix: string }[];
  readonly displays: readonly { readonly id: string; readonly name: string; readonly url: string }[];
  readonly logins: readonly {
    readonly email: string;
    readonly role: "admin" | "manager" | "agent";
    readonly name: string;
  }[];
}

/** `GET /demo` */
export interface DemoAnswer {
  readonly tenants: readonly { readonly slug: string; readonly shops: readonly DemoShop[] }[];
}
