/**
 * The help of the command line in Indonesian, by its English words; a text that ends with a colon stands for all that begin
 * with it. A test checks that nothing is missing.
 */
export const helpInIndonesian: Readonly<Record<string, string>> = {
  // The program
  "Grades network socket labs: plays a lab against a program over real TCP and UDP and explains the marks.":
    "Menilai tugas pemrograman socket: menjalankan lab terhadap program lewat TCP dan UDP sungguhan dan menjelaskan nilainya.",
  "show this help": "menampilkan bantuan ini",
  "print the version": "mencetak versi",
  "show the help of a command": "menampilkan bantuan sebuah perintah",
  "Usage:": "Pemakaian:",
  "Arguments:": "Argumen:",
  "Options:": "Opsi:",
  "Commands:": "Perintah:",
  "the locale's": "bahasa sistem",
  "a random one": "acak",
  // Commands
  "grade one hand-in and explain the marks": "menilai satu tugas dan menjelaskan nilainya",
  "grade one hand-in again whenever it is saved, tests that failed last time first":
    "menilai satu tugas lagi setiap kali disimpan, tes yang gagal didahulukan",
  "show in the browser how your program does while you write it, or a class while it is graded":
    "menampilkan di peramban hasil program Anda selagi Anda menulisnya, atau sebuah kelas selagi dinilai",
  "grade the hand-ins of a class, and make gradebooks and reports":
    "menilai tugas satu kelas, lalu membuat daftar nilai dan laporan",
  "make the marks and reports of a graded class again, without running anything":
    "membuat ulang nilai dan laporan kelas yang sudah dinilai, tanpa menjalankan apa pun",
  "grade on this machine what `wirecheck grade --queue` puts into a queue, until it is asked to end":
    "menilai di mesin ini tugas yang dimasukkan `wirecheck grade --queue` ke antrean, sampai diminta berhenti",
  "merge the shards of a class, as if one run had graded it all":
    "menggabungkan bagian-bagian satu kelas, seolah-olah dinilai sekaligus",
  "check labs: correct programs get full marks, flawed ones fail the tests they must":
    "memeriksa lab: program yang benar mendapat nilai penuh, yang cacat gagal di tes yang semestinya",
  "make a new lab: tests, a reference and two flawed programs that prove them; or a course":
    "membuat lab baru: tes, program acuan, dan dua program cacat yang membuktikannya; atau sebuah mata kuliah",
  "record what real clients and a server say to each other, as the steps of a test":
    "merekam percakapan client dan server sungguhan sebagai langkah-langkah sebuah tes",
  "list the labs that come with wirecheck, or show what one asks for":
    "menampilkan daftar lab bawaan wirecheck, atau apa yang diminta salah satunya",
  "make an autograder for another platform": "membuat autograder untuk platform lain",
  "show what this machine has and lacks for grading, and how to add it":
    "menampilkan apa yang ada dan belum ada di komputer ini untuk menilai, dan cara menambahkannya",
  "print a script that makes a shell complete wirecheck's commands, options and labs":
    "mencetak skrip agar shell melengkapi perintah, opsi, dan lab wirecheck",
  // Arguments
  "id of a lab (`wirecheck labs`), or path of a lab.yaml or its folder":
    "id lab (lihat `wirecheck labs`), atau path sebuah lab.yaml atau foldernya",
  "id or path of a lab; or the folder that `wirecheck grade` writes to":
    "id atau path sebuah lab; atau folder tempat `wirecheck grade` menulis hasil",
  "ids of labs, or paths of a lab.yaml or its folder (default: all that come with wirecheck)":
    "id lab, atau path lab.yaml atau foldernya (bawaan: semua lab wirecheck)",
  "the lab whose handout is shown: its id, or the path of a lab.yaml or its folder":
    "lab yang modulnya ditampilkan: id-nya, atau path sebuah lab.yaml atau foldernya",
  "the lab that says how its server gets its port: its id, or the path of its lab.yaml or folder":
    "lab yang menyebut cara server mendapat port-nya: id-nya, atau path lab.yaml atau foldernya",
  "the command that starts the server, after --; {port} in it is replaced by the port, if the lab's way does not fit":
    "perintah yang menjalankan server, setelah --; {port} di dalamnya diganti dengan port, bila cara lab tidak cocok",
  "a file, a folder, or a zip or tar archive": "berkas, folder, atau arsip zip atau tar",
  "a file or a folder": "berkas atau folder",
  "a folder whose entries are the hand-ins, or a platform's download as it came, zip or tar":
    "folder yang isinya tugas-tugas, atau unduhan dari platform apa adanya, zip atau tar",
  "the folder that `wirecheck grade` wrote to": "folder hasil `wirecheck grade`",
  "the folders that `wirecheck grade --shard` wrote to": "folder-folder hasil `wirecheck grade --shard`",
  "the new folder; its name becomes the lab's id": "folder baru; namanya menjadi id lab",
  "the platform": "platform tujuan",
  "the shell": "shell yang dipakai",
  // Grading
  "language of the output": "bahasa keluaran",
  "run only these tests and the gates they need": "hanya menjalankan tes ini dan tes yang disyaratkannya",
  "run only the tests of one program: server or client": "hanya menjalankan tes satu program: server atau client",
  "use the random payloads of an earlier run again": "memakai lagi data acak dari penilaian sebelumnya",
  "seed of the random payloads, the same for all hand-ins": "seed data acak, sama untuk semua tugas",
  "isolation: full, ports, local, or best: the best that the machine has":
    "isolasi: full, ports, local, atau best: yang terbaik di mesin ini",
  "exit with status 3 if the machine does not have this tier":
    "keluar dengan status 3 bila mesin tidak memiliki tingkat ini",
  "decide by fixed time limits instead of watching where programs are blocked":
    "memutuskan dengan batas waktu tetap, bukan dengan mengamati di mana program tertahan",
  "launch the program again for each test, even if several tests could share a launch":
    "menjalankan ulang program untuk setiap tes, walaupun beberapa tes dapat memakai proses yang sama",
  "number of grading workers": "jumlah worker penilai",
  "show every failed test with a diagram and all events":
    "menampilkan setiap tes yang gagal dengan diagram dan semua kejadian",
  "show one line with the marks": "menampilkan nilai dalam satu baris",
  "name each program as soon as it is graded": "menyebut setiap program begitu selesai dinilai",
  "grade only these references and fixtures, <name> or <lab>/<name>; tests that none of them fails are then not reported":
    "hanya menilai program acuan dan fixture ini, <nama> atau <lab>/<nama>; tes yang tidak digagalkan olehnya tidak dilaporkan",
  "run only the tests that a flawed program must fail and their gates":
    "hanya menjalankan tes yang harus gagal pada program cacat dan tes yang disyaratkannya",
  "make small mistakes in the references, one at a time, and list those that no test fails":
    "membuat kesalahan kecil di program acuan, satu per satu, dan menyebut yang tidak ditemukan tes mana pun",
  "with --mutate, at most this many mutants of each file, chosen by the seed":
    "dengan --mutate, paling banyak sekian mutan setiap berkas, dipilih menurut seed",
  "make a fixture of a listed mutant, such as python/server.py:12=forgets-names":
    "membuat fixture dari mutan di daftar, misalnya python/server.py:12=forgets-names",
  "record in the lab's mutants.yaml that no test has to notice a mutant":
    "mencatat di mutants.yaml lab bahwa sebuah mutan tidak perlu ditemukan tes",
  // Classes and queues
  "where the results go; the same command continues where an earlier one ended":
    "folder hasil; perintah yang sama melanjutkan penilaian yang terhenti",
  "where the merged class goes": "folder hasil gabungan",
  "CSV of the class: id, name, email, section, username; or a platform's own export":
    "CSV kelas: id, name, email, section, username; atau ekspor dari platform",
  "CSV of submission times: student,submitted_at or path,submitted_at; or Moodle's worksheet":
    "CSV waktu pengumpulan: student,submitted_at atau path,submitted_at; atau lembar penilaian Moodle",
  "CSV of owners that names do not show: path,student; - means that no student of the class is meant":
    "CSV pemilik tugas yang tidak terlihat dari namanya: path,student; - berarti bukan dari kelas ini",
  "which attempt counts": "pengumpulan mana yang dihitung",
  "grade one of n parts of the class; `wirecheck merge` joins them":
    "menilai satu dari n bagian kelas; `wirecheck merge` menggabungkannya",
  "grade only the hand-ins of one student, by id, e-mail, user name or name":
    "hanya menilai tugas satu mahasiswa, menurut id, email, nama pengguna, atau nama",
  "grade again even what has not changed since it was graded":
    "menilai lagi, juga tugas yang tidak berubah sejak dinilai",
  "have the hand-ins graded by every `wirecheck worker` at this Redis or Valkey server: redis://HOST":
    "tugas dinilai oleh setiap `wirecheck worker` pada server Redis atau Valkey ini: redis://HOST",
  "for a class: grade again by every `wirecheck worker` at this server":
    "untuk kelas: penilaian ulang dilakukan oleh setiap `wirecheck worker` pada server ini",
  "Redis or Valkey server: redis://HOST, rediss:// for TLS, or unix:///PATH":
    "server Redis atau Valkey: redis://HOST, rediss:// untuk TLS, atau unix:///PATH",
  "file with the course key (or set WIRECHECK_QUEUE_KEY)": "berkas kunci mata kuliah (atau isi WIRECHECK_QUEUE_KEY)",
  "with --queue, grade only on workers that have these labels":
    "dengan --queue, hanya oleh worker yang memiliki label ini",
  "labels of this machine: it also grades hand-ins that need these":
    "label mesin ini: tugas yang memerlukannya juga dinilai di sini",
  "after this many seconds without a sign of life from a worker, others take its hand-ins":
    "setelah sekian detik tanpa kabar dari sebuah worker, tugasnya diambil worker lain",
  // Marks and reports
  "write the whole result to a file; - for standard output instead of the report":
    "menulis seluruh hasil ke sebuah berkas; - untuk standard output sebagai ganti laporan",
  "write all findings to a file; - for standard output instead of the report":
    "menulis semua temuan ke sebuah berkas; - untuk standard output sebagai ganti laporan",
  "write a page that shows what happened in each test":
    "menulis halaman yang memperlihatkan apa yang terjadi di setiap tes",
  "write the page of each run to this file": "menulis halaman setiap penilaian ke berkas ini",
  "write reports:": "menulis laporan:",
  "reports to write, separated by commas:": "laporan yang ditulis, dipisahkan koma:",
  "where the files of --report go": "folder tujuan berkas --report",
  "exit with status 0 from this per cent of the points on": "keluar dengan status 0 mulai dari sekian persen poin",
  "late penalties for the reports of platforms; needs --submission":
    "potongan nilai karena terlambat, untuk laporan bagi platform; memerlukan --submission",
  "late penalties; its extensions name students by e-mail address or name":
    "potongan nilai karena terlambat; extensions di dalamnya menyebut mahasiswa menurut email atau nama",
  "Gradescope's submission_metadata.json, which tells when the work was handed in":
    "submission_metadata.json dari Gradescope, yang menyebut kapan tugas dikumpulkan",
  "late.yaml: deadline, what being late costs, pass mark, rounding":
    "late.yaml: batas waktu, potongan karena terlambat, batas lulus, pembulatan",
  "CSV of marks given by hand: student,item,points,max,comment":
    "CSV nilai yang diberikan manual: student,item,points,max,comment",
  "who the reports are for": "laporan ini untuk siapa",
  "Moodle's grading worksheet, for --report moodle-worksheet":
    "lembar penilaian Moodle, untuk --report moodle-worksheet",
  "Canvas's column, with its number: `Echo server (4711)`": "kolom Canvas beserta nomornya: `Echo server (4711)`",
  "what a JUnit suite holds: all tests of one student, or one test of all students":
    "isi satu suite JUnit: semua tes seorang mahasiswa, atau satu tes semua mahasiswa",
  "score with this lab's points and gates (default: the lab that was graded, as it is now)":
    "menghitung dengan poin dan syarat lab ini (bawaan: lab yang dinilai, dalam keadaannya sekarang)",
  "explain one student's mark, with all events and output; by id, e-mail or name":
    "menjelaskan nilai seorang mahasiswa, dengan semua kejadian dan keluaran; menurut id, email, atau nama",
  "compare the marks with those of another folder, and say why each differs":
    "membandingkan nilai dengan nilai di folder lain, dan menyebut mengapa berbeda",
  "compare the class's source files, and write pages with similar pairs for the instructor":
    "membandingkan kode sumber satu kelas, dan menulis halaman pasangan yang mirip untuk pengajar",
  "code that was given to all students, and so does not count as similar":
    "kode yang diberikan kepada semua mahasiswa, sehingga tidak dianggap mirip",
  // Pages, labs and tools
  "port of the page on 127.0.0.1": "port halaman di 127.0.0.1",
  "open the page in the browser": "membuka halaman di peramban",
  "for a class: show the page without any way to change something":
    "untuk kelas: halaman hanya dapat dibaca, tidak ada yang dapat diubah",
  "make a course instead: its file, a late policy, a class list and a workflow for CI":
    "membuat mata kuliah: berkasnya, aturan keterlambatan, daftar kelas, dan workflow untuk CI",
  "port of the recorder, for your client (default: a free port)":
    "port perekam, untuk client Anda (bawaan: port yang bebas)",
  "write the handout as Markdown, to give it to students":
    "menulis modul sebagai Markdown, untuk dibagikan kepada mahasiswa",
  "the archive to write, such as autograder.zip": "arsip yang ditulis, misalnya autograder.zip",
  "Debian packages of the languages that hand-ins use": "paket Debian untuk bahasa pemrograman yang dipakai tugas",
};
