package dev.relink.simulator.online.request;

/** The faults that this realm knows how to raise, with Intuit's own titles. */
public enum Code {
    // spotless:off
    MALFORMED_REQUEST      (400,   "MalformedRequest"),
    UNSUPPORTED_OPERATION  (500,   "Unsupported Operation"),
    DUPLICATE_REQUEST_ID   (600,   "Duplicate Request ID"),
    OBJECT_NOT_FOUND       (610,   "Object Not Found"),
    CANNOT_BE_LINKED       (620,   "TxnID Cannot Be Linked"),
    PARENT_INVALID         (700,   "Parent Reference Invalid"),
    PARENT_IS_CHILD        (900,   "Parent cannot be child"),
    BATCH_TOO_LARGE        (1040,  "Batch size exceeds allowed limit"),
    INVALID_CONTENT_TYPE   (1050,  "Invalid Content Type"),
    INVALID_OBJECT_NAME    (2000,  "Invalid or unsupported object name"),
    UNSUPPORTED_PROPERTY   (2010,  "Request has invalid or unsupported property"),
    REQUIRED_MISSING       (2020,  "Required param missing, need to supply the required value for the API"),
    INVALID_ID             (2030,  "Invalid ID"),
    INVALID_STRING         (2040,  "Invalid String"),
    INVALID_LENGTH         (2050,  "Invalid String Length"),
    INVALID_DATE_FORMAT    (2060,  "Invalid Date Format"),
    INVALID_DATE           (2070,  "Invalid Date"),
    INVALID_NUMBER_FORMAT  (2080,  "Invalid Number Format"),
    INVALID_DECIMAL_FORMAT (2100,  "Invalid Decimal Format"),
    INVALID_TYPE           (2120,  "Invalid Type"),
    INVALID_REQUEST_ID     (2130,  "Invalid Request Id Format"),
    INVALID_ENUMERATION    (2170,  "Invalid Enumeration"),
    INVALID_DATE_RANGE     (2190,  "Invalid Date Range"),
    INVALID_EMAIL          (2210,  "Invalid Email Address Format"),
    INVALID_CURRENCY       (2220,  "Invalid Currency Type"),
    INVALID_BOOLEAN        (2230,  "Invalid Boolean"),
    INVALID_REFERENCE      (2500,  "Invalid Reference Id"),
    QUERY_NOT_PARSED       (4000,  "Error parsing query"),
    INVALID_QUERY          (4001,  "Invalid query"),
    STALE_OBJECT           (5010,  "Stale Object Error"),
    BUSINESS_VALIDATION    (6000,  "A business validation error has occurred while processing your request"),
    INVALID_ACCOUNT_TYPE   (6010,  "Invalid Account.AccountType && Account.SubType"),
    WRONG_LINE_AMOUNT      (6070,  "Amount calculation incorrect in the request"),
    NO_NAME                (6080,  "No Name Provided"),
    DISCOUNT_INCOMPLETE    (6090,  "Discount Line missing required info"),
    INVALID_LINE_TAX_CODE  (6100,  "Invalid Line TaxCode in the request"),
    DUPLICATE_NUMBER       (6140,  "Duplicate Document Number Error"),
    PARENT_REQUIRED        (6150,  "ParentRef Required Validation Error"),
    TOO_DEEP               (6180,  "Sub Level Limit"),
    COMPANY_STATUS         (6190,  "Invalid Company Status"),
    PERIOD_CLOSED          (6200,  "Account Period Closed Error"),
    PERIOD_CLOSED_PASSWORD (6210,  "Account Period Closed, Cannot Update Through Services API"),
    HAS_BALANCE            (6220,  "Delete List Has Balance Error"),
    DUPLICATE_NAME         (6240,  "Duplicate Name Exists Error"),
    INVALID_CUSTOMER       (6250,  "Invalid Customer"),
    DEPOSITED              (6540,  "Deposited Transaction cannot be changed"),
    CUSTOMER_MISSING       (6560,  "CustomerRef is missing in the request"),
    SYSTEM_FAILURE         (10000, "An application error has occurred while processing your request"),
    RESULT_SET_BIG         (10100, "Result Set Big"),
    COMPANY_RESET          (10200, "Company Reset");
    // spotless:on

    private final int number;
    private final String message;

    Code(int number, String message) {
        this.number = number;
        this.message = message;
    }

    public int number() {
        return number;
    }

    public String message() {
        return message;
    }

    /** The fault's type on the wire. */
    public String faultType() {
        return number >= 10_000 ? "SystemFault" : "ValidationFault";
    }

    /** 400 as a rule, also for code 500; 500 for what is Intuit's own fault. */
    public int httpStatus() {
        return number >= 10_000 ? 500 : 400;
    }
}
