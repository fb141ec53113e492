import type { OperatorAction, TenantAction } from "../../people/permissions.ts";

/** Who may use a route. Every route declares one; what is declared is what is checked (`install-gates.ts`). */
export type Authorisation =
  /** For everybody, and why that is right. */
  | { readonly kind: "public"; readonly why: string }
  /** Whoever has valid credentials: a person, a program, a device. */
  | { readonly kind: "known" }
  /** A signed-in person, whatever their role. */
  | { readonly kind: "signed-in" }
  /** Under `/tenants/:slug`: a member of that tenant, or an API key of it, whose role has the action. */
  | { readonly kind: "action"; readonly action: TenantAction }
  /** An operator of the whole server. */
  | { readonly kind: "operator"; readonly action: OperatorAction }
  /** The route itself decides, because it needs what it is about for that; here is by what. */
  | { readonly kind: "inside"; readonly by: string };

declare module "fastify" {
  interface FastifyContextConfig {
    authorisation?: Authorisation;
  }
}
