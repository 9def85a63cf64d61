package dev.tessera.app.http;

/** The server cannot listen where it should; the message says where and what to do. */
public final class ListenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ListenException(String host, int port, Throwable cause) {
        super(
                "It cannot listen on " + host + ":" + port
                        + ": stop what listens there, or set TESSERA_HOST and TESSERA_PORT to a free address.",
                cause);
    }
}
