package dev.relink.notice;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;

/** Whether an address may be a webhook's. Where its name leads is looked at again at each sending. */
final class WebhookUrl {

    private static final int LONGEST = 500;

    private WebhookUrl() {}

    /** @param anywhere also plain http and private addresses @throws IllegalArgumentException with a sentence */
    static String checked(String given, boolean anywhere) {
        String url = given.strip();
        URI uri = read(url);
        boolean http = "http".equals(uri.getScheme()) && anywhere;
        if (!"https".equals(uri.getScheme()) && !http) {
            throw new IllegalArgumentException("The address of a webhook begins with https://.");
        }
        if (uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null || url.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "The address needs a host, no user name, no “#”, and at most " + LONGEST + " characters.");
        }
        if (!anywhere && isPrivateLiteral(uri.getHost())) {
            throw new IllegalArgumentException(
                    uri.getHost() + " is not in the public internet: webhooks go nowhere else.");
        }
        return url;
    }

    private static URI read(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("“" + url + "” is no address: " + e.getReason() + ".", e);
        }
    }

    private static boolean isPrivateLiteral(String host) {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return !PublicAddresses.isPublic(InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")));
        } catch (IllegalArgumentException aName) {
            return false;
        }
    }
}
