// Runs inside the folder where the packages are installed. RELINK_BASE is the practice server, RELINK_REALM a realm of its own.
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { promisify } = require("node:util");
const OAuthClient = require("intuit-oauth");
const QuickBooks = require("node-quickbooks");

const base = process.env.RELINK_BASE;
const realm = process.env.RELINK_REALM;
const redirectUri = "http://localhost/callback";
let access;
let qbo;

const call = (name, ...given) => promisify(qbo[name].bind(qbo))(...given);
// what the library makes of a fault: the answer's body, or axios' error around it
const fault = async work => {
  try {
    await work;
  } catch (e) {
    const body = e.Fault ? e : e.response?.data;
    return { status: e.response?.status, code: body?.Fault?.Error?.[0]?.code ?? body?.fault?.error?.[0]?.code };
  }
  throw new Error("no fault came");
};

test("intuit-oauth: a person agrees, the code becomes tokens", async () => {
  const places = await (await fetch(`${base}/online/.well-known/openid_configuration`)).json();
  const client = new OAuthClient({ clientId: "practice-app", clientSecret: "practice-secret", environment: "production", redirectUri });
  client.setAuthorizeURLs({
    authorizeEndpoint: places.authorization_endpoint,
    tokenEndpoint: places.token_endpoint,
    revokeEndpoint: places.revocation_endpoint,
    userInfoEndpoint: places.userinfo_endpoint,
  });
  const asked = new URL(client.authorizeUri({ scope: [OAuthClient.scopes.Accounting], state: "s1" }));
  const page = await fetch(asked);
  assert.match(await page.text(), /Connect/);
  const form = new URLSearchParams(asked.search);
  form.set("realm", realm);
  form.set("button", "connect");
  const back = await fetch(`${asked.origin}${asked.pathname}`, { method: "POST", body: form, redirect: "manual" });
  const tokens = (await client.createToken(back.headers.get("location"))).json;
  assert.equal(client.getToken().realmId, realm);
  assert.equal(tokens.expires_in, 3600);
  const renewed = (await client.refresh()).json;
  assert.notEqual(renewed.access_token, tokens.access_token);
  access = renewed;
});

test("node-quickbooks: company and preferences are read", async () => {
  qbo = new QuickBooks("practice-app", "practice-secret", access.access_token, false, realm, false, false, 75, "2.0", access.refresh_token);
  qbo.endpoint = `${base}/online/v3/company/`;
  assert.equal((await call("getCompanyInfo", realm)).Country, "US");
  assert.equal((await call("getPreferences")).CurrencyPrefs.HomeCurrency.value, "USD");
});

let customer;
let invoice;

test("node-quickbooks: create, read, sparse update", async () => {
  customer = await call("createCustomer", { DisplayName: "O'Neil, Sean", requestId: "node-1" });
  const again = await call("createCustomer", { DisplayName: "O'Neil, Sean", requestId: "node-1" });
  assert.equal(again.Id, customer.Id);
  customer = await call("updateCustomer", { Id: customer.Id, SyncToken: customer.SyncToken, sparse: true, Notes: "gate" });
  assert.equal(customer.SyncToken, "1");
  assert.equal((await call("getCustomer", customer.Id)).Notes, "gate");
});

test("node-quickbooks: a stale token is 5010, a name that is taken 6240, nobody 610", async () => {
  const stale = { Id: customer.Id, SyncToken: "0", sparse: true, Notes: "late" };
  assert.deepEqual(await fault(call("updateCustomer", stale)), { status: 400, code: "5010" });
  assert.equal((await fault(call("createVendor", { DisplayName: "O'Neil, Sean" }))).code, "6240");
  assert.equal((await fault(call("getCustomer", "99999"))).code, "610");
});

test("node-quickbooks: queries find by name, count and page", async () => {
  const found = await call("findCustomers", { DisplayName: "O'Neil, Sean" });
  assert.equal(found.QueryResponse.Customer[0].Id, customer.Id);
  const like = await call("findCustomers", [{ field: "DisplayName", value: "O%", operator: "LIKE" }]);
  assert.equal(like.QueryResponse.maxResults, 1);
  assert.equal((await call("findCustomers", { count: true })).QueryResponse.totalCount, 1);
  const sorted = await call("findItems", { desc: "Name", limit: 1 });
  assert.equal(sorted.QueryResponse.Item.length, 1);
});

test("node-quickbooks: invoice, payment, void, delete", async () => {
  const item = (await call("findItems", { Name: "Services" })).QueryResponse.Item[0];
  const body = () => ({
    CustomerRef: { value: customer.Id },
    Line: [{ Amount: 100, DetailType: "SalesItemLineDetail", SalesItemLineDetail: { ItemRef: { value: item.Id } } }],
  });
  invoice = await call("createInvoice", body());
  assert.equal(invoice.TotalAmt, 100);
  const payment = await call("createPayment", {
    CustomerRef: { value: customer.Id },
    TotalAmt: 40,
    Line: [{ Amount: 40, LinkedTxn: [{ TxnId: invoice.Id, TxnType: "Invoice" }] }],
  });
  assert.equal((await call("getInvoice", invoice.Id)).Balance, 60);
  await call("voidPayment", payment);
  invoice = await call("getInvoice", invoice.Id);
  assert.equal(invoice.Balance, 100);
  await call("voidInvoice", invoice.Id);
  assert.equal((await call("getInvoice", invoice.Id)).PrivateNote, "Voided");
  const dead = await call("createInvoice", body());
  await call("deleteInvoice", dead.Id);
  assert.equal((await fault(call("getInvoice", dead.Id))).code, "610");
});

test("node-quickbooks: a batch with a fault in it, and what changed", async () => {
  const { BatchItemResponse: answers } = await call("batch", [
    { bId: "1", operation: "create", Vendor: { DisplayName: "Greenleaf" } },
    { bId: "2", operation: "delete", Invoice: { Id: "99999", SyncToken: "0" } },
    { bId: "3", Query: "select * from Customer" },
  ]);
  assert.equal(answers[0].Vendor.DisplayName, "Greenleaf");
  assert.equal(answers[1].Fault.Error[0].code, "610");
  assert.equal(answers[2].QueryResponse.maxResults, 1);
  const { CDCResponse: changes } = await call("changeDataCapture", ["Customer", "Invoice"], new Date(Date.now() - 3600_000));
  assert.equal(changes[0].QueryResponse[0].Customer.length, 1);
  assert.ok(changes[0].QueryResponse[1].Invoice.some(each => each.status === "Deleted"));
});

test("node-quickbooks: a token that has expired is 3200", async () => {
  await fetch(`${base}/online/control/realms/${realm}/expire-access`, { method: "POST" });
  assert.deepEqual(await fault(call("getPreferences")), { status: 401, code: "3200" });
});
