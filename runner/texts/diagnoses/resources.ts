import type { DiagnosisCode } from "../../model/diagnosis-codes.ts";
import type { DiagnosisText } from "../diagnoses.ts";

/** Programs that take more of the machine than they need, or than they may. */
export const resourceTexts = {
  "busy-loop": {
    name: { en: "Burns the processor", id: "Memboroskan prosesor" },
    idea: {
      en: "A program that asks again and again uses a whole processor to do nothing; one that blocks costs nothing until data comes.",
      id: "Program yang bertanya terus-menerus menghabiskan satu prosesor tanpa hasil; program yang menunggu (blocking) tidak memakan apa-apa sampai data datang.",
    },
    look: {
      en: "When recv returns no bytes the client has left: leave the loop. With non-blocking sockets, wait in select or poll.",
      id: "Kalau recv tidak mengembalikan byte, client sudah pergi: keluarlah dari perulangan. Untuk socket non-blocking, tunggulah dengan select atau poll.",
    },
  },
  "leaks-descriptors": {
    name: { en: "Leaves sockets open", id: "Membiarkan socket terbuka" },
    idea: {
      en: "Each socket takes a descriptor, and a process has only so many (often 1024): one left open per client, and one day accept() fails.",
      id: "Setiap socket memakai satu descriptor, dan jumlahnya terbatas (sering 1024): kalau satu tertinggal per client, suatu saat accept() gagal.",
    },
    look: {
      en: "Close each client's socket on every path, errors too: with, finally, try-with-resources, defer.",
      id: "Tutup socket setiap client di semua jalur, termasuk saat galat: with, finally, try-with-resources, defer.",
    },
  },
  "leaves-children": {
    name: { en: "Leaves processes behind", id: "Meninggalkan proses" },
    idea: {
      en: "A child process does not end with its parent: it lives on, and keeps the port with it.",
      id: "Proses anak tidak ikut berakhir bersama induknya: ia tetap hidup dan terus memegang port.",
    },
    look: {
      en: "Pass the signal on to the children and wait for them before you exit; in a forked child, close the listening socket.",
      id: "Teruskan sinyal ke proses anak dan tunggu mereka sebelum keluar; di proses hasil fork, tutup socket yang listen.",
    },
  },
  "output-flood": {
    name: { en: "Prints without end", id: "Mencetak tanpa henti" },
    idea: {
      en: "A loop that prints on every turn fills disks and terminals, and usually shows that it turns without waiting.",
      id: "Perulangan yang mencetak di setiap putaran memenuhi disk dan terminal, dan biasanya berarti ia berputar tanpa menunggu.",
    },
    look: {
      en: "Find the print in the loop and ask why the loop does not stop or block: often recv returned no bytes, or an error repeats.",
      id: "Cari perintah cetak di dalam perulangan dan tanyakan mengapa perulangan itu tidak berhenti atau menunggu: sering karena recv tidak mengembalikan byte, atau galat yang berulang.",
    },
  },
  "memory-limit": {
    name: { en: "Takes too much memory", id: "Memakai terlalu banyak memori" },
    idea: {
      en: "A stream can be longer than the memory: what is passed on at once need not be kept.",
      id: "Aliran data bisa lebih panjang daripada memori: data yang langsung diteruskan tidak perlu disimpan.",
    },
    look: {
      en: "Send each part on as it comes instead of collecting everything, and stop reading while the other side does not take it.",
      id: "Kirim setiap bagian begitu datang alih-alih mengumpulkan semuanya, dan berhentilah membaca selama pihak lawan belum mengambilnya.",
    },
  },
  "process-limit": {
    name: { en: "Starts too many processes", id: "Membuat terlalu banyak proses" },
    idea: {
      en: "Every thread and process costs memory and time; started in a loop without an end, they take the whole machine.",
      id: "Setiap thread dan proses memakan memori dan waktu; kalau terus dibuat tanpa henti, seluruh mesin akan habis terpakai.",
    },
    look: {
      en: "Start one per accepted connection, after accept() and not before, and let each of them end when its client has left.",
      id: "Buat satu untuk setiap koneksi, setelah accept() dan bukan sebelumnya, dan biarkan berakhir saat client-nya pergi.",
    },
  },
  "escapes-refused": {
    name: { en: "Tried something not allowed", id: "Mencoba hal yang tidak diizinkan" },
    idea: {
      en: "The program runs in a closed room: other programs' files, other processes and other networks are out of its reach.",
      id: "Program berjalan di ruang tertutup: berkas program lain, proses lain, dan jaringan lain berada di luar jangkauannya.",
    },
    look: {
      en: "See which call was refused. The lab needs only your own files and the addresses that it names.",
      id: "Lihat pemanggilan mana yang ditolak. Praktikum ini hanya memerlukan berkas Anda sendiri dan alamat yang disebutkan.",
    },
  },
} satisfies Partial<Record<DiagnosisCode, DiagnosisText>>;
