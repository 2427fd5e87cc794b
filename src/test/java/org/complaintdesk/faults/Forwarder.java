package org.complaintdesk.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The network between a node and what it talks to, on this machine: passes on what it gets until it is told to break. Own
 * code and not Toxiproxy, which is a server to install; two threads and fifty lines are all that is needed of it here.
 */
final class Forwarder implements AutoCloseable {

    private static final int BUFFER = 65_536;

    private final int target;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean refuses;
    private final Object gate = new Object();
    private boolean frozen;

    private Forwarder(int target) throws IOException {
        this.target = target;
        door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    }

    /** @param target a port of this machine */
    static Forwarder to(int target) throws IOException {
        Forwarder forwarder = new Forwarder(target);
        daemon(forwarder::listen);
        return forwarder;
    }

    int port() {
        return door.getLocalPort();
    }

    /** Ends every connection at once, both ways, as a firewall that restarts does; new ones are refused until {@link #heal}. */
    void cut() {
        refuses = true;
        reset();
    }

    /** Ends every connection at once; new ones are served. */
    void reset() {
        open.forEach(Forwarder::reset);
    }

    /** Passes nothing on and says nothing, as a cable that was pulled: nobody learns of it. */
    void freeze() {
        synchronized (gate) {
            frozen = true;
        }
    }

    /** What was frozen goes on where it stopped; new connections are served again. */
    void heal() {
        synchronized (gate) {
            frozen = false;
            gate.notifyAll();
        }
        refuses = false;
    }

    private void listen() {
        try {
            while (true) {
                Socket client = door.accept();
                open.add(client);
                daemon(() -> connect(client));
            }
        } catch (IOException closed) {
            reset();
        }
    }

    private void connect(Socket client) {
        Socket server = new Socket();
        open.add(server);
        try {
            pass();
            if (refuses) {
                throw new IOException("refused");
            }
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 5_000);
            server.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            daemon(() -> pump(server, client));
            pump(client, server);
        } catch (IOException e) {
            reset(client);
            reset(server);
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] bytes = new byte[BUFFER];
        try {
            for (int read = from.getInputStream().read(bytes); read >= 0; read = from.getInputStream().read(bytes)) {
                pass();
                to.getOutputStream().write(bytes, 0, read);
            }
            pass();
        } catch (IOException broken) {
            // The other side learns of it below.
        }
        reset(from);
        reset(to);
        open.remove(from);
        open.remove(to);
    }

    private void pass() {
        synchronized (gate) {
            while (frozen) {
                try {
                    gate.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException alreadyClosed) {
            // That is what was wanted.
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "forwarder");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        heal();
        reset();
    }
}
