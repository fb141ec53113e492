export { startTestApp, TEST_PASSWORD, type TestApp, type TestAppOptions } from "./start-test-app.ts";
