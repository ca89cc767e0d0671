package dev.relink.simulator.online.query;

import java.util.ArrayList;
import java.util.List;

/** Cuts a query into tokens. A quote inside quotes is escaped with a backslash. */
final class Lexer {
    private final String text;
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        var lexer = new Lexer(text);
        var tokens = new ArrayList<Token>();
        do {
            tokens.add(lexer.next());
        } while (tokens.getLast().kind() != Token.Kind.END);
        return tokens;
    }

    private Token next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return new Token(Token.Kind.END, "<EOF>");
        }
        char first = text.charAt(at);
        return first == '\'' ? quoted() : isWord(first) ? word() : sign();
    }

    private static boolean isWord(char character) {
        return Character.isLetterOrDigit(character) || "._-:+".indexOf(character) >= 0;
    }

    private Token word() {
        int start = at;
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        return new Token(Token.Kind.WORD, text.substring(start, at));
    }

    private Token sign() {
        int length = text.startsWith("<=", at) || text.startsWith(">=", at) ? 2 : 1;
        at += length;
        return new Token(Token.Kind.SIGN, text.substring(at - length, at));
    }

    private Token quoted() {
        var value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '\'') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            value.append(text.charAt(at++));
        }
        if (at == text.length()) {
            throw new QueryRefused(false, "Lexical error at line 1, column " + (at + 1) + ". Encountered: <EOF>");
        }
        at++;
        return new Token(Token.Kind.QUOTED, value.toString());
    }
}
