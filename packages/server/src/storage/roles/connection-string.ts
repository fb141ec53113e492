/** The same database as another role. */
export function asRole(connectionString: string, role: string, password: string): string {
  const [base = "", query = ""] = connectionString.split("?", 2);
  const [, scheme = "", rest = ""] = /^(postgres(?:ql)?:\/\/)(?:[^@/]*@)?(.*)$/.exec(base) ?? [];
  if (scheme === "") throw new Error("a connection string begins with postgres://");
  const others = query.split("&").filter((part) => part !== "" && !/^(user|password)=/.test(part));
  const credentials = `${encodeURIComponent(role)}:${encodeURIComponent(password)}`;
  return `${scheme}${credentials}@${rest}${others.length > 0 ? `?${others.join("&")}` : ""}`;
}
