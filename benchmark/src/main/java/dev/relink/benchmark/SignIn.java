package dev.relink.benchmark;

/** How a company's Web Connector signs in, and the private field that marks its company file. */
record SignIn(String company, String password, String ownerId, String fileId) {

    static SignIn of(String words) {
        String[] parts = words.split(",", -1);
        return new SignIn(parts[0], parts[1], parts[2], parts[3]);
    }

    @Override
    public String toString() {
        return String.join(",", company, password, ownerId, fileId);
    }
}
